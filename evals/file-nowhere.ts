import type { TicketCard, TicketDraft, Turn } from '../assistant/index.ts';

/**
 * Stands where an assistant files its tickets: gives the card of a ticket that is written down nowhere, so that a run
 * leaves no work for anybody. The number is not one that the desk could give, and no deadline is promised.
 */
export async function fileNowhere(draft: TicketDraft, { at }: Pick<Turn, 'at'>): Promise<TicketCard> {
  const { category, purpose, urgency, place, dispatch } = draft;
  const moment = at.toISOString();
  return {
    number: '00000000-000000',
    progressSecret: '',
    category,
    purpose,
    urgency,
    place,
    owner: dispatch.lead ?? '',
    filedAt: moment,
    firstResponseDueAt: moment,
    dueAt: moment,
  };
}
