import { useState } from 'react';

/** Which stretches of a draft's guide its editor has dealt with, kept in this browser: the desk knows only what was unread. */
export function useHandledParts(draft: string): [handled: ReadonlySet<string>, handle: (part: string) => void] {
  const key = `yuwen-console:handled:${draft}`;
  const [handled, setHandled] = useState<ReadonlySet<string>>(() => new Set(readList(key)));
  const handle = (part: string) => {
    const next = new Set(handled).add(part);
    setHandled(next);
    try {
      localStorage.setItem(key, JSON.stringify([...next]));
    } catch {
      // Without room in the browser the list is whole again after a reload; nothing of the card depends on it.
    }
  };
  return [handled, handle];
}

function readList(key: string): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
