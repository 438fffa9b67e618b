import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Account, SessionAnswer } from '../../../channels/http/api-types.ts';
import { DeskError, desk } from '../api/desk-client.ts';

/** Who is logged in; null is nobody, which is an answer and no error. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<Account | null> => {
      try {
        return (await desk.get<SessionAnswer>('/session', signal)).account;
      } catch (error) {
        if (error instanceof DeskError && error.status === 401) return null;
        throw error;
      }
    },
  });
}

export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { name: string; password: string }) => desk.post<SessionAnswer>('/session', given),
    onSuccess: ({ account }) => client.setQueryData(['session'], account),
  });
}

/** Logging out also forgets everything that was read, so that the next person at the desk sees none of it. */
export function useLogOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => desk.delete('/session'),
    onSuccess: () => {
      client.clear();
      client.setQueryData(['session'], null);
    },
  });
}
