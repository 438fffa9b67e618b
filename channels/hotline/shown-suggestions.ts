import type { CallState } from '../http/hotline-types.ts';
import type { LiveCall } from './call-memory.ts';

/** What of a state the operator sees for the first time, to be kept as it was shown. */
export function newlyShown({ shown }: Pick<LiveCall, 'shown'>, { suggestions, fields, similar }: CallState) {
  const all = [
    ...suggestions.map((one) => ({ id: one.id, kind: one.kind as string, content: one as object })),
    ...fields.filter(({ text }) => text !== null).map((one) => ({ id: one.id, kind: 'field', content: one as object })),
    ...similar.map((one) => ({ id: one.id, kind: 'similar', content: one as object })),
  ];
  return all.filter(({ id }) => !shown.has(id));
}
