import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SimilarTickets } from '../../../channels/http/incident-types.ts';
import type {
  MoveBody,
  MoveCodes,
  TicketDetail,
  TicketSummary,
  UnitList,
} from '../../../channels/http/ticket-types.ts';
import { DeskError, desk } from '../api/desk-client.ts';

const pathOf = (number: string) => `/tickets/${encodeURIComponent(number)}`;

export function useTicket(number: string) {
  return useQuery({
    queryKey: ['ticket', number],
    queryFn: ({ signal }) => desk.get<TicketDetail>(pathOf(number), signal),
  });
}

/** A move names the version that was read; the answer is the ticket as it stands after it. */
export function useMove(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: MoveBody) => desk.post<TicketDetail>(`${pathOf(number)}/moves`, move),
    onSuccess: (ticket) => {
      client.setQueryData(['ticket', number], ticket);
      refreshLists(client);
    },
    onError: (error) => {
      // The ticket has moved on, by another's hand or because a refused reply was written down: show how it stands now.
      if (error instanceof DeskError && movedOn.has(error.code))
        void client.invalidateQueries({ queryKey: ['ticket', number] });
    },
  });
}

const movedOn = new Set(['version_conflict', 'reply_incomplete', 'move_not_allowed']);

type Client = ReturnType<typeof useQueryClient>;

function refreshLists(client: Client): void {
  for (const list of ['tickets', 'triage', 'similar', 'incidents']) void client.invalidateQueries({ queryKey: [list] });
}

/** Codes, categories and clauses to choose from; they do not change while the page stands open. */
export function useMoveCodes() {
  return useQuery({
    queryKey: ['move-codes'],
    queryFn: ({ signal }) => desk.get<MoveCodes>('/tickets/move-codes', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Units of the responsibility table whose names come near; the last ones stay while the next are on their way. */
export function useUnits(q: string, district: string | null) {
  const search = new URLSearchParams({ q: q.slice(0, 60), ...(district && { district }) });
  return useQuery({
    queryKey: ['units', search.toString()],
    queryFn: ({ signal }) => desk.get<UnitList>(`/units?${search}`, signal),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}

export function useSimilar(number: string) {
  return useQuery({
    queryKey: ['similar', number],
    queryFn: ({ signal }) => desk.get<SimilarTickets>(`${pathOf(number)}/similar`, signal),
  });
}

export interface JoinOrder {
  /** The ticket that is joined or parted. */
  number: string;
  version: number;
  reason: string;
  /** Null to undo. */
  into: string | null;
}

/** Joins a ticket to another or parts them again; every page that shows one of them is read anew. */
export function useJoin() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ number, into, version, reason }: JoinOrder) =>
      into === null
        ? desk.post<TicketSummary>(`${pathOf(number)}/unjoin`, { version, reason })
        : desk.post<TicketSummary>(`${pathOf(number)}/join`, { into, version, reason }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['ticket'] });
      refreshLists(client);
    },
  });
}
