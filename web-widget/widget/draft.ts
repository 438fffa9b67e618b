import type { Kept } from './kept.ts';

/** What is half typed. Each tab has its own; the browser's last one comes back when it was closed altogether. */
export interface Draft {
  read(): string;
  write(text: string): void;
}

const key = 'draft';

/** @param tab storage that lasts over a reload of this tab; null where the browser has none */
export function createDraft(kept: Kept, tab: globalThis.Storage | null = tabStorage()): Draft {
  const name = 'yuwen:draft';
  return {
    read: () => (attempt(() => tab?.getItem(name)) ?? kept.read<string>(key)) || '',
    write(text) {
      const before = attempt(() => tab?.getItem(name)) ?? '';
      attempt(() => tab?.setItem(name, text));
      // Another tab's words stay where they are when this one has sent its own.
      if (text !== '') kept.write(key, text);
      else if (kept.read(key) === before) kept.remove(key);
    },
  };
}

function tabStorage(): globalThis.Storage | null {
  return attempt(() => globalThis.sessionStorage) ?? null;
}

/** Private modes and full disks refuse at any moment; the words are still in the page. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
