import type { MoveBody, TicketDetail } from '../../../channels/http/ticket-types.ts';

export type OfferedMove = TicketDetail['moves'][number];
type Verdict = NonNullable<MoveBody['verdicts']>[number]['verdict'];

/** What a handler has typed and chosen for a move. It stands until the move is done, whatever happens to the ticket. */
export interface MoveDraft {
  reason: string;
  text: string;
  unit: string;
  coUnits: string[];
  clause: string;
  into: string;
  pauseCode: string;
  returnCode: string;
  urgency: string;
  category: string;
  workingDays: number | null;
  /** By item: what is answered to it alone. */
  answers: Record<number, string>;
  verdicts: Record<number, Verdict>;
  satisfaction: string;
  comment: string;
}

export const emptyDraft: MoveDraft = {
  reason: '', text: '', unit: '', coUnits: [], clause: '', into: '', pauseCode: '', returnCode: '', urgency: '', category: '',
  workingDays: null, answers: {}, verdicts: {}, satisfaction: '', comment: '',
}; // biome-ignore format: nothing at a glance

/** The fields of a form, in the desk's order; what may be added to a move comes after what it needs. */
export type MoveField = OfferedMove['needs'][number] | 'coUnits' | 'answers' | 'satisfaction' | 'comment';

const mayAdd: Partial<Record<OfferedMove['name'], MoveField[]>> = {
  reply: ['answers'],
  reassign: ['coUnits'],
  adjudicate: ['coUnits'],
  judge: ['satisfaction', 'comment'],
};

export const fieldsOf = ({ name, needs }: OfferedMove): MoveField[] => [...needs, ...(mayAdd[name] ?? [])];

/** The order that is sent: of a draft only what the move's form has asked for. The desk checks it again. */
export function toMoveBody(draft: MoveDraft, move: OfferedMove, version: number): MoveBody {
  const given = Object.fromEntries(fieldsOf(move).flatMap((field) => toEntry(field, draft)));
  return { move: move.name, version, ...given } as MoveBody;
}

function toEntry(field: MoveField, draft: MoveDraft): [string, unknown][] {
  if (field === 'answers') return whenAny(field, toList(draft.answers, 'text'));
  if (field === 'verdicts') return whenAny(field, toList(draft.verdicts, 'verdict'));
  const value = draft[field];
  if (Array.isArray(value)) return whenAny(field, value);
  return value === '' || value === null ? [] : [[field, value]];
}

const whenAny = (field: string, list: readonly unknown[]): [string, unknown][] =>
  list.length > 0 ? [[field, list]] : [];

function toList(byItem: Record<number, string>, name: string) {
  return Object.entries(byItem).flatMap(([item, said]) =>
    said.trim() === '' ? [] : [{ item: Number(item), [name]: said }],
  );
}
