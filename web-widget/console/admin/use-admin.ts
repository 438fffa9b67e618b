import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AccountList,
  DutyBody,
  IssuedKey,
  KeyList,
  NewAccountBody,
  NewKeyBody,
  PasswordAnswer,
  RetentionList,
  RetentionPreview,
  SurfaceSwitch,
  SwitchList,
} from '../../../channels/http/admin-types.ts';
import { desk } from '../api/desk-client.ts';

/** Reads one of the administrator's lists; a switch that somebody else turned shows within seconds. */
function useList<T>(name: string, refetchInterval: number | false = false) {
  return useQuery({
    queryKey: ['admin', name],
    queryFn: ({ signal }) => desk.get<T>(`/admin/${name}`, signal),
    refetchInterval,
  });
}

export const useAccounts = () => useList<AccountList>('accounts');
export const useKeys = () => useList<KeyList>('keys');
export const useSwitches = () => useList<SwitchList>('switches', 5000);
export const useRetention = () => useList<RetentionList>('retention');

/** A change, after which everything on these pages is read again: the audit tells of it. */
function useChange<Body, Answer = null>(change: (body: Body) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin'] }),
    // What was refused may have changed under somebody's hands meanwhile.
    onError: () => void queries.invalidateQueries({ queryKey: ['admin'] }),
  });
}

const at = (name: string) => encodeURIComponent(name);

export const useNewAccount = () =>
  useChange((body: NewAccountBody) => desk.post<PasswordAnswer>('/admin/accounts', body));

export const useAccountState = () =>
  useChange(({ name, state, reason }: { name: string; state: 'disabled' | 'enabled'; reason: string }) =>
    desk.post(`/admin/accounts/${at(name)}/${state}`, { reason }),
  );

export const useDutyChange = () =>
  useChange(({ name, ...body }: DutyBody & { name: string }) => desk.post(`/admin/accounts/${at(name)}/duty`, body));

export const useNewPassword = () =>
  useChange((name: string) => desk.post<PasswordAnswer>(`/admin/accounts/${at(name)}/password`, {}));

export const useNewKey = () => useChange((body: NewKeyBody) => desk.post<IssuedKey>('/admin/keys', body));

export const useRevokeKey = () =>
  useChange(({ id, reason }: { id: string; reason: string }) =>
    desk.post<KeyList>(`/admin/keys/${at(id)}/revocation`, { reason }),
  );

export const useTurn = () =>
  useChange(({ surface, on, reason }: { surface: SurfaceSwitch['surface']; on: boolean; reason: string }) =>
    desk.post<SwitchList>(`/admin/switches/${surface}`, { on, reason }),
  );

export const useKeepFor = () =>
  useChange(({ kind, days, reason }: { kind: string; days: number; reason: string }) =>
    desk.post<RetentionList>(`/admin/retention/${kind}`, { days, reason }),
  );

/** What would go with so many days; null while the number is out of bounds. */
export function useRetentionPreview(kind: string, days: number | null) {
  return useQuery({
    queryKey: ['admin', 'retention', kind, days],
    queryFn: ({ signal }) => desk.get<RetentionPreview>(`/admin/retention/${kind}/preview?days=${days}`, signal),
    enabled: days !== null,
    placeholderData: keepPreviousData,
  });
}
