import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MoveBody, TicketDetail } from '../../../channels/http/api-types.ts';
import { desk } from '../api/desk-client.ts';

const pathOf = (number: string) => `/tickets/${encodeURIComponent(number)}`;

export function useTicket(number: string) {
  return useQuery({
    queryKey: ['ticket', number],
    queryFn: ({ signal }) => desk.get<TicketDetail>(pathOf(number), signal),
  });
}

/** A move names the version that was read; the answer is the ticket as it stands after it. */
export function useMove(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: MoveBody) => desk.post<TicketDetail>(`${pathOf(number)}/moves`, move),
    onSuccess: (ticket) => {
      client.setQueryData(['ticket', number], ticket);
      void client.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
}
