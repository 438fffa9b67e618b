import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DataSetCases, DataSetList, ImportAnswer, ImportBody } from '../../../channels/http/eval-schemas.ts';
import { desk } from '../api/desk-client.ts';

export const dataSetPath = (suite: string, name: string) =>
  `/evals/data-sets/${encodeURIComponent(suite)}/${encodeURIComponent(name)}`;

export function useDataSets() {
  return useQuery({
    queryKey: ['data-sets'],
    queryFn: ({ signal }) => desk.get<DataSetList>('/evals/data-sets', signal),
  });
}

export function useDataSetCases(suite: string, name: string, version: number) {
  return useQuery({
    queryKey: ['data-sets', suite, name, version],
    queryFn: ({ signal }) => desk.get<DataSetCases>(`${dataSetPath(suite, name)}?version=${version}`, signal),
  });
}

export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ImportBody) => desk.post<ImportAnswer>('/evals/data-sets/import', body),
    onSuccess: ({ version }) => (version === null ? undefined : client.invalidateQueries({ queryKey: ['data-sets'] })),
  });
}
