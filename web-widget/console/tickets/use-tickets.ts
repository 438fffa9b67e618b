import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TicketList } from '../../../channels/http/api-types.ts';
import { desk } from '../api/desk-client.ts';
import type { TicketView } from './ticket-view-url.ts';

/** The tickets of a view; while the next view is on its way the last one stays. New ones are looked for by the minute. */
export function useTickets(view: TicketView) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(view))
    if (value !== '' && value !== false) search.set(name, String(value));
  return useQuery({
    queryKey: ['tickets', search.toString()],
    queryFn: ({ signal }) => desk.get<TicketList>(`/tickets?${search}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}
