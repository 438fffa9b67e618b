import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EvalCaseList, EvalRun, EvalRunList, EvalSuiteList } from '../../../channels/http/api-types.ts';
import type {
  EvalCaseDetail,
  EvalOverview,
  EvalRunDetail,
  RunCharts,
  RunComparisonAnswer,
} from '../../../channels/http/eval-schemas.ts';
import { desk } from '../api/desk-client.ts';

// A run that is under way is looked at again this often.
const watchEveryMs = 1_500;
const isRunning = ({ status }: EvalRun) => status === 'running';
const runPath = (id: string) => `/evals/runs/${encodeURIComponent(id)}`;
export const casePath = (runId: string, caseId: string) => `${runPath(runId)}/cases/${encodeURIComponent(caseId)}`;

export function useOverview() {
  return useQuery({
    queryKey: ['eval-overview'],
    queryFn: ({ signal }) => desk.get<EvalOverview>('/evals/overview', signal),
  });
}

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
    queryFn: ({ signal }) => desk.get<EvalRunDetail>(runPath(id), signal),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? watchEveryMs : false),
  });
}

/** Whether the run has ended is part of the key: what was read while it ran is not what there is now. */
export function useFailedCases(id: string, page: number, status: string) {
  return useQuery({
    queryKey: ['eval-cases', id, page, status],
    queryFn: ({ signal }) => desk.get<EvalCaseList>(`${runPath(id)}/cases?failed=true&page=${page}`, signal),
  });
}

export function useRunCharts(id: string) {
  return useQuery({
    queryKey: ['eval-charts', id],
    queryFn: ({ signal }) => desk.get<RunCharts>(`${runPath(id)}/charts`, signal),
  });
}

export function useCase(runId: string, caseId: string) {
  return useQuery({
    queryKey: ['eval-case', runId, caseId],
    queryFn: ({ signal }) => desk.get<EvalCaseDetail>(casePath(runId, caseId), signal),
  });
}

export function useComparison(baseline: string, candidate: string) {
  const search = new URLSearchParams({ baseline, candidate });
  return useQuery({
    queryKey: ['eval-compare', baseline, candidate],
    queryFn: ({ signal }) => desk.get<RunComparisonAnswer>(`/evals/compare?${search}`, signal),
    enabled: baseline !== '' && candidate !== '' && baseline !== candidate,
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
    mutationFn: (order: { suite: string; data: string }) => desk.post<{ id: string }>('/evals/runs', order),
    onSuccess: () => client.invalidateQueries({ queryKey: ['eval-runs'] }),
  });
}

export function useCancelRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => desk.post<EvalRunDetail>(`${runPath(id)}/cancel`, {}),
    onSuccess: async (_, id) => {
      await client.invalidateQueries({ queryKey: ['eval-run', id] });
      await client.invalidateQueries({ queryKey: ['eval-runs'] });
    },
  });
}

export function useSendToReview() {
  return useMutation({
    mutationFn: ({ runId, caseId }: { runId: string; caseId: string }) =>
      desk.post<{ id: string }>(`${casePath(runId, caseId)}/review`, {}),
  });
}
