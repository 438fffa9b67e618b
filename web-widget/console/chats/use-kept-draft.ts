import { useEffect, useState } from 'react';

interface Draft {
  /** Stays until it was sent: the desk knows a repeat by it. */
  id: string;
  text: string;
}

const storedAs = (chatId: string) => `yuwen-console:chat-draft:${chatId}`;
const empty = (): Draft => ({ id: newId(), text: '' });

/** A reply that is being written, kept over a reload in this tab alone: it may be about a citizen. */
export function useKeptDraft(chatId: string) {
  const [draft, setDraft] = useState<Draft>(() => readDraft(sessionStorage.getItem(storedAs(chatId))));
  useEffect(() => sessionStorage.setItem(storedAs(chatId), JSON.stringify(draft)), [chatId, draft]);
  return {
    draft,
    /** Changed after a try that may have arrived, it is another reply. */
    write: (text: string, wasTried: boolean) => setDraft((before) => ({ id: wasTried ? newId() : before.id, text })),
    sent: () => setDraft(empty()),
  };
}

/** `randomUUID` exists in secure contexts only; an office may open the console over plain HTTP. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readDraft(stored: string | null): Draft {
  try {
    const { id, text } = JSON.parse(stored ?? '') as Partial<Draft>;
    return id && text !== undefined ? { id, text } : empty();
  } catch {
    return empty(); // Nothing kept, or half written by a browser that was closed.
  }
}
