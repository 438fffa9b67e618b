import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedViewList, TicketList } from '../../../channels/http/api-types.ts';
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

/** An account's own views, by name. */
export function useSavedViews() {
  return useQuery({
    queryKey: ['ticket-views'],
    queryFn: ({ signal }) => desk.get<SavedViewList>('/ticket-views', signal),
  });
}

const pathOf = (name: string) => `/ticket-views/${encodeURIComponent(name)}`;

/** Keeps a view under a name, or forgets it where there is no view; either way the answer is all that are kept. */
export function useKeepView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, query }: { name: string; query: Record<string, string | boolean> | null }) =>
      query ? desk.put<SavedViewList>(pathOf(name), { query }) : desk.delete<SavedViewList>(pathOf(name)),
    onSuccess: (views) => client.setQueryData(['ticket-views'], views),
  });
}
