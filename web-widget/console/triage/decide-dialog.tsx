import { Alert } from '@mantine/core';
import { useState } from 'react';
import type { TicketDetail, TriageList } from '../../../channels/http/ticket-types.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Read } from '../parts/query-states.tsx';
import { emptyDraft, type MoveDraft, type OfferedMove } from '../ticket/move-draft.ts';
import { MoveForm } from '../ticket/move-form.tsx';
import { useTicket } from '../ticket/use-ticket.ts';
import { useWords } from '../words/use-words.tsx';

type Why = TriageList['items'][number]['why'];

export interface Decision {
  number: string;
  /** The moves that would settle it, the wanted one first; the first that the desk offers is taken. */
  moves: readonly OfferedMove['name'][];
  /** What is filled in already. */
  draft: Partial<MoveDraft>;
}

/** What settles each reason to wait. A second return can only be ruled on. */
export const moveFor: Record<Why, readonly OfferedMove['name'][]> = {
  no_owner: ['reassign', 'adjudicate'],
  two_owners: ['adjudicate', 'reassign'],
  unsure: ['reassign', 'adjudicate'],
  returned: ['reassign', 'adjudicate'],
  second_return: ['adjudicate'],
  extension: ['extend'],
  reply: ['approve_reply'],
};

/** The form of a decision, on the ticket as it stands when it is opened. */
export function DecideDialog({ decision, close }: { decision: Decision; close: () => void }) {
  const words = useWords().handling.triage;
  const ticket = useTicket(decision.number);
  const [draft, setDraft] = useState<MoveDraft>({ ...emptyDraft, ...decision.draft });
  const [move, setMove] = useState<OfferedMove | null>(null);
  const offered = move ?? firstOffered(decision, ticket.data);
  const change = (next: MoveDraft) => {
    // The form stays what it was even when the ticket moves on under it.
    setMove(offered);
    setDraft(next);
  };
  return (
    <Dialog title={offered?.label ?? words.decide} close={close}>
      <Read query={ticket}>
        {(read) =>
          offered ? (
            <MoveForm ticket={read} move={offered} draft={draft} change={change} close={close} done={() => {}} />
          ) : (
            <Alert color="orange">{words.notOffered}</Alert>
          )
        }
      </Read>
    </Dialog>
  );
}

function firstOffered({ moves }: Decision, ticket: TicketDetail | undefined): OfferedMove | null {
  const found = moves.flatMap((name) => ticket?.moves.find((move) => move.name === name) ?? []);
  return found[0] ?? null;
}
