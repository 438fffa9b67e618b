import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReviewDetail, ReviewList, VerdictBody } from '../../../channels/http/eval-schemas.ts';
import { desk } from '../api/desk-client.ts';

const path = (id: string) => `/reviews/${encodeURIComponent(id)}`;

export const releaseReview = (id: string) => desk.delete(`${path(id)}/lock`);

export function useReviews(status: string, reason: string) {
  const search = new URLSearchParams({ status, ...(reason && { reason }) });
  return useQuery({
    queryKey: ['reviews', status, reason],
    queryFn: ({ signal }) => desk.get<ReviewList>(`/reviews?${search}`, signal),
  });
}

export function useReview(id: string) {
  return useQuery({
    queryKey: ['review', id],
    queryFn: ({ signal }) => desk.get<ReviewDetail>(path(id), signal),
    enabled: id !== '',
  });
}

/** Taking, judging and putting back one item; what the desk answers is what is shown. */
export function useReviewMoves(id: string) {
  const client = useQueryClient();
  const show = async (item: ReviewDetail) => {
    client.setQueryData(['review', id], item);
    await client.invalidateQueries({ queryKey: ['reviews'] });
  };
  const take = useMutation({ mutationFn: () => desk.post<ReviewDetail>(`${path(id)}/lock`, {}), onSuccess: show });
  const judge = useMutation({
    mutationFn: (verdict: VerdictBody) => desk.post<ReviewDetail>(`${path(id)}/verdict`, verdict),
    onSuccess: async (item) => {
      await show(item);
      await client.invalidateQueries({ queryKey: ['data-sets'] });
    },
  });
  const release = useMutation({
    mutationFn: () => releaseReview(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['review', id] }),
  });
  return { take, judge, release };
}
