import type { person as zh } from './zh-person.ts';

export const person: typeof zh = {
  group: 'A person',
  label: (by) => `A person · ${by}`,
  exceptPersons: ' (what is marked “A person” was written by a person)',
  delivered: 'Delivered to a person',
  gap: ' ',
  ahead: (ahead) =>
    ahead === 0 ? 'Waiting for a person; you are next.' : `Waiting for a person; ${ahead} before you.`,
  onDuty: (present) => (present === 1 ? '1 operator on duty.' : `${present} operators on duty.`),
  allLeft: 'No operator is on duty at the moment; you may go on waiting, or call 12345.',
  meanwhile: 'You can go on asking meanwhile; the program answers as before.',
  giveUp: 'Stop waiting',
  gaveUp: 'You no longer wait for a person.',
  undo: 'Undo, go on waiting',
  joined: (by) => `${by} is talking with you; what you say is answered by a person.`,
  away: (by) =>
    `${by} is not at the page at the moment; what you say is kept. You can also end this and let the program answer.`,
  finish: 'End the talk with a person',
};
