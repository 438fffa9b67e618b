import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallDetail, CallList } from '../../../channels/http/api-types.ts';
import { desk } from '../api/desk-client.ts';

// An operator reads along while the citizen speaks: a suggestion that comes much later is of no use.
const listenEveryMs = 2_000;

export function useCalls() {
  return useQuery({
    queryKey: ['calls'],
    queryFn: ({ signal }) => desk.get<CallList>('/calls', signal),
    refetchInterval: listenEveryMs,
  });
}

export function useCall(id: string) {
  return useQuery({
    queryKey: ['call', id],
    queryFn: ({ signal }) => desk.get<CallDetail>(`/calls/${encodeURIComponent(id)}`, signal),
    refetchInterval: ({ state }) => (state.data?.endedAt ? false : listenEveryMs),
  });
}

/** Files the draft of a call as it stands; only ever at an operator's word. */
export function useFileTicket(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => desk.post<{ number: string }>(`/calls/${encodeURIComponent(id)}/ticket`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['call', id] }),
  });
}
