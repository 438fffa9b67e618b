import type {
  CallState,
  Decision,
  DraftField,
  DraftFieldName,
  SimilarToCall,
  Suggestion,
} from '../../../channels/http/hotline-types.ts';

export type TargetKind = Suggestion['kind'] | DraftFieldName | 'similar';

/** Something that the operator decides on. */
export interface Target {
  /** What it is about: outlives a change of content, so that focus and typed words stay where they were. */
  key: string;
  /** What it says: another id when the content is another, so that nobody decides on what they did not read. */
  id: string;
  kind: TargetKind;
  decision: Decision | null;
  /** A field that a person accepted or set; its decision may be on what it said before. */
  pinned: boolean;
}

export const fieldKey = (name: DraftFieldName) => `field-${name}`;

export const ofSuggestion = ({ id, kind, decision }: Suggestion): Target => ({
  key: id,
  id,
  kind,
  decision,
  pinned: false,
});
export const ofField = ({ id, name, decision, pinned }: DraftField): Target => ({
  key: fieldKey(name),
  id,
  kind: name,
  decision,
  pinned,
});
export const ofSimilar = ({ id, number, decision }: SimilarToCall): Target => ({
  key: `similar-${number}`,
  id,
  kind: 'similar',
  decision,
  pinned: false,
});

const kindsInOrder: readonly Suggestion['kind'][] = ['warning', 'answer', 'ask', 'note'];

/** As they stand on the page, warnings first; each kind in the desk's order. */
export const suggestionsInOrder = ({ suggestions }: Pick<CallState, 'suggestions'>): Suggestion[] =>
  kindsInOrder.flatMap((kind) => suggestions.filter((suggestion) => suggestion.kind === kind));

/** Everything there is to decide on, in reading order. */
export function targetsOf(state: CallState): Target[] {
  return [
    ...suggestionsInOrder(state).map(ofSuggestion),
    ...state.fields.map(ofField),
    ...state.similar.map(ofSimilar),
  ];
}

export const isDecided = ({ decision, pinned }: Pick<Target, 'decision' | 'pinned'>) =>
  pinned || (decision !== null && decision.decision !== 'withdrawn');

/** What there is to say yes or no to: a field that nothing was heard for can only be filled in. */
export const mayAccept = ({ kind }: Pick<Target, 'kind'>, { fields }: Pick<CallState, 'fields'>) =>
  fields.every(({ name, text }) => name !== kind || text !== null);
