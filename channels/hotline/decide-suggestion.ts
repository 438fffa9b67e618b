import type { Corrected, DecisionBody } from '../http/hotline-types.ts';
import type { SuggestionRow } from './call-store.ts';
import { reviewOfCorrection } from './correction-review.ts';
import type { HotlineNeeds } from './hotline-desk.ts';
import { HotlineError } from './hotline-error.ts';
import { fieldOf } from './pins.ts';

interface Deciding {
  id: string;
  suggestionId: string;
  body: DecisionBody;
  actor: string;
}

/**
 * Keeps what an operator made of a suggestion, audited; a correction goes to the review queue as well.
 *
 * @throws HotlineError `suggestion_unknown`, `correction_incomplete`, `suggestion_decided` when somebody else was faster
 */
export async function decideOn({ id, suggestionId, body, actor }: Deciding, needs: HotlineNeeds): Promise<void> {
  const { calls, accounts, reviews, now } = needs;
  const shown = await calls.suggestion(id, suggestionId);
  const field = fieldOf(suggestionId);
  // An empty field was never a suggestion, and a person may fill it all the same.
  if (!shown && !(field && body.decision !== 'accepted'))
    throw new HotlineError('suggestion_unknown', '没有这条建议，请刷新这通电话后再决定。');
  const corrected = correctionOf(body, { field, shown });
  const at = now();
  const reason = body.reason || null;
  const decision = { subject: suggestionId, decision: body.decision, corrected, reason, actor, at };
  const result = await calls.decide(id, decision, body.version);
  if ('conflict' in result)
    throw new HotlineError('suggestion_decided', `${result.conflict?.actor} 刚刚决定过这一条，请看过再定。`, {
      by: result.conflict?.actor,
      decision: result.conflict?.decision,
    });
  await accounts.audit(actor, 'call-suggestion-decided', id, { suggestion: suggestionId, decision: body.decision });
  if (body.decision === 'withdrawn' || body.decision === 'accepted') return;
  const utterances = await calls.utterances(id);
  const review = reviewOfCorrection({ id, suggestionId, shown, corrected, reason, at, field, utterances, ...body });
  if (review) await reviews.add(review);
}

/** What a decision pins: of an accepted field what was shown, of a corrected one what the operator set. */
function correctionOf(
  { decision, corrected }: DecisionBody,
  { field, shown }: { field: ReturnType<typeof fieldOf>; shown: SuggestionRow | undefined },
): Corrected | null {
  if (decision === 'accepted') return field && shown ? valueShown(field, shown) : null;
  if (decision !== 'corrected') return null;
  const wanted = neededFor(field);
  if (!corrected || !wanted.some((key) => corrected[key] !== undefined))
    throw new HotlineError('correction_incomplete', `请填写改正后的内容（${wanted.join(' 或 ')}）。`, { wanted });
  return corrected;
}

function neededFor(field: ReturnType<typeof fieldOf>): (keyof Corrected)[] {
  if (field === null) return ['text', 'matter'];
  return field === 'category' || field === 'purpose' || field === 'urgency' || field === 'items' ? [field] : ['text'];
}

function valueShown(field: NonNullable<ReturnType<typeof fieldOf>>, { content }: SuggestionRow): Corrected {
  const { value, text } = content as { value: string | string[] | null; text: string };
  if (field === 'items') return { items: Array.isArray(value) ? value : [text] };
  if (field === 'category' || field === 'purpose' || field === 'urgency') return { [field]: String(value) };
  return { text: typeof value === 'string' ? value : text };
}
