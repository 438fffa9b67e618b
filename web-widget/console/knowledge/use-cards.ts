import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AskedList,
  CardDetail,
  CardDiff,
  CardList,
  CardTrial,
  CardVersionDetail,
  CardVersionSummary,
  DraftsMade,
  NewDraft,
} from '../../../channels/http/card-types.ts';
import { desk } from '../api/desk-client.ts';
import type { CardBody } from './card-body.ts';

const pathOf = (id: string) => `/cards/${encodeURIComponent(id)}`;
const versionPath = (id: string, version: number) => `${pathOf(id)}/versions/${version}`;
const versionKey = (id: string, version: number) => ['card', id, 'version', version] as const;

export function useCards() {
  return useQuery({ queryKey: ['cards'], queryFn: ({ signal }) => desk.get<CardList>('/cards', signal) });
}

export function useCard(id: string) {
  return useQuery({ queryKey: ['card', id], queryFn: ({ signal }) => desk.get<CardDetail>(pathOf(id), signal) });
}

export function useVersion(id: string, version: number) {
  return useQuery({
    queryKey: versionKey(id, version),
    queryFn: ({ signal }) => desk.get<CardVersionDetail>(versionPath(id, version), signal),
  });
}

/** Two versions line by line; not asked for a version beside itself. */
export function useDiff(id: string, from: number, to: number) {
  return useQuery({
    queryKey: ['card', id, 'diff', from, to],
    queryFn: ({ signal }) => desk.get<CardDiff>(`${pathOf(id)}/diff?from=${from}&to=${to}`, signal),
    enabled: from !== to,
  });
}

export function useAsked(id: string, kind: 'hit' | 'miss', page: number) {
  return useQuery({
    queryKey: ['card', id, 'asked', kind, page],
    queryFn: ({ signal }) => desk.get<AskedList>(`${pathOf(id)}/questions?kind=${kind}&page=${page}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function useTrial(id: string, version: number) {
  return useMutation({ mutationFn: () => desk.post<CardTrial>(`${versionPath(id, version)}/trial`, {}) });
}

/**
 * Whatever is done to a card changes its lists; the drafts that stand open are read anew by those who look at them. That is
 * not waited for: the page that comes next must not take away who says that it was done.
 */
function useAfter(id: string) {
  const client = useQueryClient();
  return (card?: CardDetail): void => {
    if (card) client.setQueryData(['card', id], card);
    void client.invalidateQueries({ queryKey: ['cards'] });
    void client.invalidateQueries({
      queryKey: ['card', id],
      predicate: ({ queryKey }) => !card || queryKey.length > 2,
    });
  };
}

export function useNewDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: NewDraft) => desk.post<DraftsMade>('/cards/drafts', draft),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['cards'] });
      void client.invalidateQueries({ queryKey: ['card'] });
      void client.invalidateQueries({ queryKey: ['documents'] });
    },
  });
}

export function useSaveDraft(id: string, version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: { revision: number; body: CardBody; note: string }) =>
      desk.put<CardVersionDetail>(versionPath(id, version), draft),
    onSuccess: (saved) => {
      client.setQueryData(versionKey(id, version), saved);
      void client.invalidateQueries({ queryKey: ['cards'] });
      void client.invalidateQueries({ queryKey: ['card', id], exact: true });
    },
  });
}

export function usePublish(id: string, version: number) {
  const after = useAfter(id);
  return useMutation({
    mutationFn: (order: { revision: number; validFrom: string; note: string }) =>
      desk.post<CardDetail>(`${versionPath(id, version)}/publish`, order),
    onSuccess: (card) => after(card),
  });
}

export function useWithdraw(id: string, version: number) {
  const after = useAfter(id);
  return useMutation({
    mutationFn: (order: { revision: number; reason: string }) =>
      desk.post<CardDetail>(`${versionPath(id, version)}/withdraw`, order),
    onSuccess: (card) => after(card),
  });
}

export function useUndoPublish(id: string) {
  const after = useAfter(id);
  return useMutation({
    mutationFn: ({ version, revision }: { version: number; revision: number }) =>
      desk.post<CardDetail>(`${versionPath(id, version)}/undo`, { revision }),
    onSuccess: (card) => after(card),
  });
}

export function useRestore(id: string) {
  const after = useAfter(id);
  return useMutation({
    mutationFn: (version: number) => desk.post<CardVersionSummary>(`${versionPath(id, version)}/restore`, {}),
    onSuccess: () => after(),
  });
}

export function useDiscard(id: string) {
  const after = useAfter(id);
  return useMutation({
    mutationFn: ({ version, revision }: { version: number; revision: number }) =>
      desk.delete(`${versionPath(id, version)}?revision=${revision}`),
    onSuccess: () => after(),
  });
}
