import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { io, type Socket } from 'socket.io-client';
import type { HotlineClientEvents, HotlineServerEvents } from '../../../channels/http/hotline-types.ts';

/** `opening`: not there yet · `live`: changes are pushed · `cut`: was lost or never came, changes are asked for. */
export type LinkState = 'opening' | 'live' | 'cut';

export interface CallLink {
  state: LinkState;
  /** Calls back with the id of each call that changes; gives the function that ends it. */
  onChange(listener: (id: string) => void): () => void;
}

const none: CallLink = { state: 'opening', onChange: () => () => {} };

export const CallLinkContext = createContext<CallLink>(none);
export const useCallLink = () => useContext(CallLinkContext);

/** The desk's pushes for as long as a page around calls is open, over one socket. */
export function useOpenCallLink(): CallLink {
  const [link, setLink] = useState<CallLink>(none);
  const client = useQueryClient();
  useEffect(() => {
    const listeners = new Set<(id: string) => void>();
    const onChange: CallLink['onChange'] = (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    return openSocket({
      state(state) {
        setLink({ state, onChange });
        // What changed while nothing was pushed.
        if (state === 'live') void client.invalidateQueries({ queryKey: ['call'] });
      },
      changed: (id) => listeners.forEach((listener) => void listener(id)),
    });
  }, [client]);
  return link;
}

interface SocketListener {
  state(state: LinkState): void;
  changed(id: string): void;
}

// An operator at a call cannot wait for the long pauses that spare a phone's battery.
const longestPauseMs = 4_000;

/** Connects to the desk's calls by the session's cookie, and again whenever it is cut off; gives the function that ends it. */
function openSocket({ state, changed }: SocketListener): () => void {
  const socket: Socket<HotlineServerEvents, HotlineClientEvents> = io('/hotline', {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: longestPauseMs,
    forceNew: true,
  });
  state('opening');
  let again: ReturnType<typeof setTimeout> | undefined;
  socket.on('connect', () => state('live'));
  socket.on('disconnect', () => state('cut'));
  socket.on('connect_error', () => {
    state('cut');
    // Refused by the desk itself: the library then waits to be told to try again.
    if (!socket.active) again = setTimeout(() => socket.connect(), longestPauseMs);
  });
  socket.on('call-changed', ({ id }) => changed(id));
  return () => {
    clearTimeout(again);
    socket.close();
  };
}
