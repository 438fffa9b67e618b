import { useQuery } from '@tanstack/react-query';
import type { QualityAnswer, TurnList } from '../../../channels/http/eval-schemas.ts';
import { desk } from '../api/desk-client.ts';

export function useQuality(window: string) {
  return useQuery({
    queryKey: ['quality', window],
    queryFn: ({ signal }) => desk.get<QualityAnswer>(`/quality?window=${window}`, signal),
    refetchInterval: 60_000,
  });
}

export function useTurns(search: URLSearchParams) {
  const asked = search.toString();
  return useQuery({
    queryKey: ['quality-turns', asked],
    queryFn: ({ signal }) => desk.get<TurnList>(`/quality/turns?${asked}`, signal),
  });
}
