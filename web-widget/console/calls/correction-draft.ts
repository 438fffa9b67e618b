import type { CallState, Corrected, DecisionBody } from '../../../channels/http/hotline-types.ts';
import type { Target, TargetKind } from './targets.ts';

export type DecisionForm = 'correct' | 'reject';

/** What an operator has typed and chosen for one thing; it stands until it is sent, whatever is heard meanwhile. */
export interface CorrectionDraft {
  text: string;
  /** A category's code, a purpose, an urgency. */
  choice: string;
  /** One item a line. */
  items: string;
  reason: string;
}

export type CorrectionInput = 'text' | 'long-text' | 'items' | 'category' | 'purpose' | 'urgency';

/** What is asked for to put a thing right; likenesses are only taken or left. */
const inputs: Record<TargetKind, CorrectionInput | null> = {
  warning: 'long-text', answer: 'long-text', ask: 'text', note: 'text', purpose: 'purpose', category: 'category',
  urgency: 'urgency', place: 'text', items: 'items', subject: 'text', callback: 'text', similar: null,
}; // biome-ignore format: a small table

export const inputOf = (kind: TargetKind): CorrectionInput | null => inputs[kind];

/** Begins with what the desk understood, so that only the wrong part is typed. */
export function firstDraft({ key, kind }: Target, state: CallState): CorrectionDraft {
  const field = state.fields.find(({ name }) => name === kind);
  const said = field?.text ?? state.suggestions.find(({ id }) => id === key)?.text ?? '';
  const value = field?.value ?? '';
  return {
    text: said,
    choice: typeof value === 'string' ? value : '',
    items: (typeof value === 'string' ? [value] : value).join('\n'),
    reason: '',
  };
}

/** The decision to send, or null while what it needs is not there: the right content, or a reason. */
export function toDecision(form: DecisionForm, kind: TargetKind, draft: CorrectionDraft): DecisionBody | null {
  const reason = draft.reason.trim();
  if (form === 'reject') return reason ? { decision: 'rejected', reason } : null;
  const corrected = toCorrected(inputs[kind], draft);
  return corrected && { decision: 'corrected', corrected, ...(reason && { reason }) };
}

function toCorrected(input: CorrectionInput | null, draft: CorrectionDraft): Corrected | null {
  if (input === null) return null;
  if (input === 'items') {
    const items = linesOf(draft.items);
    return items.length > 0 ? { items } : null;
  }
  const given = (input === 'text' || input === 'long-text' ? draft.text : draft.choice).trim();
  if (!given) return null;
  return { [input === 'long-text' ? 'text' : input]: given };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
