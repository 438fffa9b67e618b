import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedQuestion, SavedQuestionList } from '../../../channels/http/data-question-schemas.ts';
import { desk } from '../api/desk-client.ts';

export type { SavedQuestion };

const key = ['saved-questions'];
const pathOf = (id: string) => `/data-questions/saved/${encodeURIComponent(id)}`;

export function useSavedQuestions() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => desk.get<SavedQuestionList>('/data-questions/saved', signal),
  });
}

export function useSaveQuestion() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (question: { messageId: string; name: string }) =>
      desk.post<SavedQuestion>('/data-questions/saved', question),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Takes a question away, or says that an operator has checked it. */
export function useSavedMoves() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: key });
  return {
    remove: useMutation({ mutationFn: (id: string) => desk.delete(pathOf(id)), onSettled }),
    verify: useMutation({
      mutationFn: ({ id, verified }: { id: string; verified: boolean }) =>
        desk.post<SavedQuestion>(`${pathOf(id)}/verification`, { verified }),
      onSettled,
    }),
  };
}
