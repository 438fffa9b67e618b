import type { Correction } from '../evaluation/review-content.ts';
import type { NewReview } from '../evaluation/review-store.ts';
import { shownText } from '../evaluation/shown-text.ts';
import type { Corrected, DecisionBody, DraftFieldName } from '../http/hotline-types.ts';
import type { HeardUtterance, SuggestionRow } from './call-store.ts';

interface MadeOfSuggestion extends Pick<DecisionBody, 'decision'> {
  id: string;
  suggestionId: string;
  field: DraftFieldName | null;
  shown: SuggestionRow | undefined;
  corrected: Corrected | null;
  reason: string | null;
  utterances: readonly HeardUtterance[];
  at: Date;
}

/**
 * An operator's correction as something to review, with what it would be as a case. Masked: the call itself keeps who called.
 * Null where it says nothing about the engine: a callback number, a field that the engine had left empty.
 */
export function reviewOfCorrection(said: MadeOfSuggestion): NewReview | null {
  const { id, suggestionId, field, shown, corrected, reason, at } = said;
  if (!shown || field === 'callback') return null;
  const content = shown.content as {
    text?: string;
    heardIn?: number[];
    matter?: { id: string } | null;
    value?: unknown;
  };
  const category = field === 'category' ? String(content.value) : null;
  return {
    subject: `call:${id}#${suggestionId}#${at.getTime()}`,
    reasons: ['operator_correction'],
    channel: 'hotline',
    at,
    content: {
      question: shownText(wordsOf(said, content.heardIn ?? [])),
      earlier: [],
      reply: {
        outcome: outcomeOf(shown.kind),
        text: shownText(content.text ?? ''),
        sentences: [],
        citations: [],
        matter: content.matter?.id ?? null,
        category,
        owner: null,
      },
      route: null,
      engine: null,
      fallback: null,
      passages: [],
      said: shownText([saidBy(field, said.decision, corrected), reason].filter(Boolean).join('；')),
      ticket: null,
      evalCase: null,
      proposed: proposedCase(field, shown.kind, corrected),
    },
  };
}

/** A category is learnt from all that was complained of, an answer from the words that it answered. */
function wordsOf({ field, utterances }: MadeOfSuggestion, heardIn: readonly number[]): string {
  const citizens = utterances.filter(({ speaker, final }) => speaker === 'citizen' && final);
  const heard = citizens.filter(({ sequence }) => heardIn.includes(sequence));
  const chosen = field === null && heard.length > 0 ? heard : citizens;
  return chosen
    .map(({ text }) => text)
    .join('，')
    .slice(0, 2000);
}

const outcomeOf = (kind: string) =>
  kind === 'answer' ? 'answered' : kind === 'ask' ? 'clarifying' : kind === 'warning' ? 'emergency' : 'ticket';

function saidBy(field: DraftFieldName | null, decision: DecisionBody['decision'], corrected: Corrected | null): string {
  const what = field ?? '建议';
  if (decision === 'rejected' || !corrected) return `话务员没有采用（${what}）`;
  return `话务员改为（${what}）：${Object.values(corrected).flat().join('、')}`;
}

function proposedCase(field: DraftFieldName | null, kind: string, corrected: Corrected | null): Correction | null {
  if (!corrected) return null;
  if (field === 'category' && corrected.category) return { suite: 'classification', label: corrected.category };
  if (field !== null || kind !== 'answer') return null;
  const { matter, text } = corrected;
  return { suite: 'answers', outcome: 'answered', ...(matter && { matter }), ...(text && { answer: text }) };
}
