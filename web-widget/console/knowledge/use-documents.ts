import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DocumentEntry, DocumentList } from '../../../channels/http/card-types.ts';
import { desk } from '../api/desk-client.ts';

const pathOf = (docId: string) => `/documents/${encodeURIComponent(docId)}`;
// While a file is being read its state changes within seconds.
const askAgainMs = 1_500;

const isUnderWay = ({ state }: DocumentEntry) => state === 'waiting' || state === 'reading';

export function useDocuments() {
  return useQuery({
    queryKey: ['documents'],
    queryFn: ({ signal }) => desk.get<DocumentList>('/documents', signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? askAgainMs : false),
  });
}

export interface DocumentOrder {
  revision: number;
  validFrom: string;
  validTo: string | null;
  serves: boolean;
}

export function useChangeDocument(docId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: DocumentOrder) => desk.put<DocumentEntry>(pathOf(docId), order),
    onSettled: () => void client.invalidateQueries({ queryKey: ['documents'] }),
  });
}

export function useWithdrawDocument(docId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: { revision: number; reason: string }) =>
      desk.post<DocumentEntry>(`${pathOf(docId)}/withdraw`, order),
    onSettled: () => void client.invalidateQueries({ queryKey: ['documents'] }),
  });
}
