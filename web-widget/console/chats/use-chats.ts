import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChatDetail, ChatList, ChatSuggestion, SayBody } from '../../../channels/http/hand-over-types.ts';
import { desk } from '../api/desk-client.ts';

/** The desk takes an operator for present for half a minute after a question. */
const lookEveryMs = 4_000;
const listKey = ['chats'];
const chatKey = (id: string) => ['chats', id];
const pathOf = (id: string) => `/chats/${encodeURIComponent(id)}`;

/** The queue. Asked for behind other tabs too: who is on duty and reads something else is still there. */
export function useChats(enabled = true) {
  return useQuery({
    queryKey: listKey,
    queryFn: ({ signal }) => desk.get<ChatList>('/chats', signal),
    refetchInterval: lookEveryMs,
    refetchIntervalInBackground: true,
    enabled,
  });
}

export function useChat(id: string) {
  return useQuery({
    queryKey: chatKey(id),
    queryFn: ({ signal }) => desk.get<ChatDetail>(pathOf(id), signal),
    refetchInterval: ({ state }) => (state.data?.endedAt ? false : 2_000),
  });
}

export function useReceiving() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (receives: boolean) => desk.post<ChatList>('/chats/receiving', { receives }),
    onSuccess: (list) => client.setQueryData(listKey, list),
  });
}

/** A step at a chat that gives the chat back. */
export function useChatStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, step }: { id: string; step: 'take' | 'end' | 'reopen' }) =>
      desk.post<ChatDetail>(`${pathOf(id)}/${step}`, {}),
    onSuccess: (chat) => client.setQueryData(chatKey(chat.id), chat),
    // A refusal, too, tells that the list has changed.
    onSettled: () => client.invalidateQueries({ queryKey: listKey, exact: true }),
  });
}

export function useSay(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: SayBody) => desk.post<ChatDetail>(`${pathOf(id)}/messages`, said),
    onSuccess: (chat) => client.setQueryData(chatKey(id), chat),
  });
}

export function useSuggestion(id: string) {
  return useMutation({ mutationFn: () => desk.post<ChatSuggestion>(`${pathOf(id)}/suggestion`, {}) });
}
