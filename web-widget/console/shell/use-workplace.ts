import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Inbox, SearchAnswer } from '../../../channels/http/workplace-types.ts';
import { desk } from '../api/desk-client.ts';

/** The account's inbox; new lines are looked for every half minute. */
export function useInbox() {
  return useQuery({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => desk.get<Inbox>('/inbox', signal),
    refetchInterval: 30_000,
  });
}

export function useMarkSeen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (lastId: number) => desk.put<Inbox>('/inbox/seen', { lastId }),
    onSuccess: (inbox) => client.setQueryData(['inbox'], inbox),
  });
}

/** What the desk finds for a text; nothing is asked for a blank one. */
export function useSearch(text: string) {
  const q = text.trim();
  return useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => desk.get<SearchAnswer>(`/search?${new URLSearchParams({ q })}`, signal),
    enabled: q !== '',
    staleTime: 15_000,
  });
}
