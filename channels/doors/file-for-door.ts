import type { TicketCard, TicketDraft, TicketStore } from '../../assistant/index.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import { type DoorFilings, type FilingClaim, sourceIdOf } from './door-filings.ts';

interface Needs {
  filings: Pick<DoorFilings, 'claim'>;
  tickets: Pick<TicketStore, 'file'>;
  accounts: Pick<AccountStore, 'audit'>;
  now: () => Date;
}

export type FileForDoor = (claim: FilingClaim, draft: TicketDraft, source?: string) => Promise<TicketCard>;

/** The channel that a ticket says it came by; one that Open311 clients may list has a name of its own. */
const channelOf = { openai: 'api', mcp: 'mcp', open311: 'open311', hotline: 'hotline' } as const;

/**
 * Files a ticket for another system and gives its card after the commit. A claim that was filed before gives the card that
 * it got then; `source` differs from the claim's own where one message holds several complaints.
 */
export function createFileForDoor({ filings, tickets, accounts, now }: Needs): FileForDoor {
  return async (claim, draft, source = sourceIdOf(claim)) => {
    await filings.claim(claim);
    const onNew = (number: string) => accounts.audit(`key:${claim.keyId}`, 'ticket-file', number, { door: claim.door });
    const channel = channelOf[claim.door];
    return tickets.file(draft, { sourceId: source, conversationId: null, channel, at: now(), onNew });
  };
}
