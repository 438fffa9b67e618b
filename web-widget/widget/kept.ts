/** What the browser keeps for a reload: one small record per server, shared by every tab and widget of the page's origin. */
export interface Kept {
  read<T>(key: string): T | null;
  write(key: string, value: unknown): void;
  remove(key: string): void;
  /** Called when another tab, or another widget on this page, has written. */
  onChange(listener: () => void): void;
  /** Runs `work` while no other tab does, where the browser has locks; elsewhere simply runs it. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Kept in localStorage; in memory only where the page may not use it, which loses nothing but the reload. */
export function createKept(server: string, signal: AbortSignal): Kept {
  const prefix = `yuwen:${server}:`;
  const storage = browserStorage() ?? memoryStorage();
  const channel = openChannel(prefix, signal);
  return {
    read: (key) => parse(storage.getItem(prefix + key)),
    write(key, value) {
      storage.setItem(prefix + key, JSON.stringify(value));
      channel?.postMessage(key);
    },
    remove(key) {
      storage.removeItem(prefix + key);
      channel?.postMessage(key);
    },
    onChange: (listener) => channel?.addEventListener('message', listener, { signal }),
    // Locks exist in secure contexts only.
    alone: (work) => (navigator.locks ? navigator.locks.request(`${prefix}alone`, work) : work()),
  };
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

function browserStorage(): Storage | null {
  try {
    localStorage.setItem('yuwen:probe', '1');
    localStorage.removeItem('yuwen:probe');
    return localStorage;
  } catch {
    return null; // Refused by the browser's settings, or full.
  }
}

/** @public The same words without a browser; tests use it too. */
export function memoryStorage(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

function parse<T>(text: string | null): T | null {
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null; // Written by something else under our name; as good as nothing.
  }
}

function openChannel(name: string, signal: AbortSignal): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel(name);
  signal.addEventListener('abort', () => channel.close());
  return channel;
}
