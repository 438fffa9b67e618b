import { useEffect, useState } from 'react';
import type { CorrectionDraft, DecisionForm } from './correction-draft.ts';

/** What is being typed at a call: the form that is open, and the words of every form that was not sent yet. */
export interface Typing {
  open: { key: string; form: DecisionForm } | null;
  drafts: Record<string, CorrectionDraft>;
}

const nothing: Typing = { open: null, drafts: {} };
const storedAs = (callId: string) => `yuwen-console:call-typing:${callId}`;

/** Typed words outlive a reload of the page, in this tab alone: they may be about a citizen. */
export function useKeptTyping(callId: string) {
  const [typing, setTyping] = useState<Typing>(() => readTyping(sessionStorage.getItem(storedAs(callId))));
  useEffect(() => {
    if (typing.open === null && Object.keys(typing.drafts).length === 0) sessionStorage.removeItem(storedAs(callId));
    else sessionStorage.setItem(storedAs(callId), JSON.stringify(typing));
  }, [callId, typing]);
  return {
    typing,
    show: (open: Typing['open']) => setTyping((before) => ({ ...before, open })),
    change: (key: string, draft: CorrectionDraft) =>
      setTyping((before) => ({ ...before, drafts: { ...before.drafts, [key]: draft } })),
    /** Sent: its words are the desk's now. */
    forget: (key: string) =>
      setTyping(({ open, drafts: { [key]: _, ...drafts } }) => ({ open: open?.key === key ? null : open, drafts })),
  };
}

/** What an older page left, or nothing where it cannot be read. */
export function readTyping(stored: string | null): Typing {
  if (stored === null) return nothing;
  try {
    const { open = null, drafts = {} } = JSON.parse(stored) as Partial<Typing>;
    return { open, drafts };
  } catch {
    return nothing; // Half written by a browser that was closed.
  }
}
