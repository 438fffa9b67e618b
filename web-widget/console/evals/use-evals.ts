import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EvalCaseList, EvalRun, EvalRunList, EvalSuiteList } from '../../../channels/http/api-types.ts';
import { desk } from '../api/desk-client.ts';

// A run that is under way is looked at again this often.
const watchEveryMs = 3_000;
const isRunning = ({ status }: EvalRun) => status === 'running';

export function useRuns(suite: string) {
  return useQuery({
    queryKey: ['eval-runs', suite],
    queryFn: ({ signal }) =>
      desk.get<EvalRunList>(`/evals/runs${suite && `?suite=${encodeURIComponent(suite)}`}`, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? watchEveryMs : false),
  });
}

export function useRun(id: string) {
  return useQuery({
    queryKey: ['eval-run', id],
    queryFn: ({ signal }) => desk.get<EvalRun>(`/evals/runs/${encodeURIComponent(id)}`, signal),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? watchEveryMs : false),
  });
}

export function useFailedCases(id: string, page: number) {
  return useQuery({
    queryKey: ['eval-cases', id, page],
    queryFn: ({ signal }) =>
      desk.get<EvalCaseList>(`/evals/runs/${encodeURIComponent(id)}/cases?failed=true&page=${page}`, signal),
  });
}

export function useSuites() {
  return useQuery({
    queryKey: ['eval-suites'],
    queryFn: ({ signal }) => desk.get<EvalSuiteList>('/evals/suites', signal),
  });
}

export function useStartRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (suite: string) => desk.post<{ id: string }>('/evals/runs', { suite }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['eval-runs'] }),
  });
}
