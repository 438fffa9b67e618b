import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type {
  CallDetail,
  CallList,
  DecisionBody,
  FileCallBody,
  JoinCallBody,
  SettleBody,
} from '../../../channels/http/hotline-types.ts';
import { desk } from '../api/desk-client.ts';
import { useCallLink } from './call-link.tsx';
import { createCatchUp } from './catch-up.ts';

// An operator reads along while the citizen speaks: a suggestion that comes much later is of no use.
const askEveryMs = 2_000;
// While changes are pushed, asking only makes good what a push that was lost would have told.
const checkEveryMs = 15_000;
// Where hundreds of calls run, the list changes many times a second.
const listAtMostEveryMs = 1_000;

// A browser that believes itself offline must say so at once; the libraries' way is to wait silently.
const networkMode = 'always';

const pathOf = (id: string) => `/calls/${encodeURIComponent(id)}`;

export function useCalls() {
  const link = useCallLink();
  const client = useQueryClient();
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    const stop = link.onChange(() => {
      due ??= setTimeout(() => {
        due = undefined;
        void client.invalidateQueries({ queryKey: ['calls'] });
      }, listAtMostEveryMs);
    });
    return () => {
      clearTimeout(due);
      stop();
    };
  }, [link, client]);
  return useQuery({
    queryKey: ['calls'],
    queryFn: ({ signal }) => desk.get<CallList>('/calls', signal),
    refetchInterval: link.state === 'live' ? checkEveryMs : askEveryMs,
    networkMode,
  });
}

/** One call as it goes on; after its end, too, as something may be heard late. */
export function useCall(id: string) {
  const link = useCallLink();
  const client = useQueryClient();
  useEffect(() => {
    const queryKey = ['call', id];
    const catchUp = createCatchUp(() => client.refetchQueries({ queryKey }));
    return link.onChange((changed) => {
      if (changed === id) void catchUp();
    });
  }, [link, client, id]);
  return useQuery({
    queryKey: ['call', id],
    queryFn: ({ signal }) => desk.get<CallDetail>(pathOf(id), signal),
    refetchInterval: link.state === 'live' ? checkEveryMs : askEveryMs,
    networkMode,
  });
}

/** Whatever was done to a call, or refused because it had moved on: show how it stands now, and only then be done. */
function useRefreshed(id: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['call', id] }),
      client.invalidateQueries({ queryKey: ['calls'] }),
    ]);
}

export interface DecisionOrder {
  suggestionId: string;
  /** What it is about, for the page. */
  key: string;
  body: DecisionBody;
}

export function useDecide(id: string) {
  return useMutation({
    mutationFn: ({ suggestionId, body }: DecisionOrder) =>
      desk.post(`${pathOf(id)}/suggestions/${encodeURIComponent(suggestionId)}`, body),
    onSettled: useRefreshed(id),
    networkMode,
  });
}

export function useSettle(id: string) {
  return useMutation({
    mutationFn: ({ findingId, body }: { findingId: string; body: SettleBody }) =>
      desk.post(`${pathOf(id)}/findings/${encodeURIComponent(findingId)}`, body),
    onSettled: useRefreshed(id),
    networkMode,
  });
}

/** Files the draft of a call as it stands; only ever at an operator's word. The number is there after the commit. */
export function useFileTicket(id: string) {
  return useMutation({
    mutationFn: (body: FileCallBody) => desk.post<{ number: string }>(`${pathOf(id)}/ticket`, body),
    onSettled: useRefreshed(id),
    networkMode,
  });
}

/** Adds the call to a ticket that is there, in place of one of its own. */
export function useJoinTicket(id: string) {
  return useMutation({
    mutationFn: (body: JoinCallBody) => desk.post(`${pathOf(id)}/join`, body),
    onSettled: useRefreshed(id),
    networkMode,
  });
}
