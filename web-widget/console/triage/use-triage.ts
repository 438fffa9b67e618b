import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TriageList } from '../../../channels/http/ticket-types.ts';
import { desk } from '../api/desk-client.ts';

export const triagePageSize = 20;

/** What waits for the desk, page by page; looked at again by the minute. */
export function useTriage(page: number) {
  return useQuery({
    queryKey: ['triage', page],
    queryFn: ({ signal }) => desk.get<TriageList>(`/triage?page=${page}&pageSize=${triagePageSize}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}
