import { newId } from './ids.ts';

/** What the browser keeps for a reload: small records per server, shared by every tab and widget of the page's origin. */
export interface Kept {
  /** False when the browser keeps nothing (private mode, storage full): what is written lasts as long as the page. */
  readonly isLasting: boolean;
  read<T>(key: string): T | null;
  write(key: string, value: unknown): void;
  remove(key: string): void;
  /** Keys that begin so, in order. */
  keys(beginning: string): string[];
  /** Called with the key when another tab, or another widget on this page, has written. */
  onChange(listener: (key: string) => void): void;
  /** Runs `work` while no other tab does. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Kept in localStorage; what the browser will not take is kept in memory, which loses nothing but the reload. */
export function createKept(server: string, signal: AbortSignal): Kept {
  const prefix = `yuwen:${server}:`;
  const storage = layered(browserStorage());
  const channel = openChannel(prefix, signal);
  const changed = (key: string) => channel?.postMessage(key);
  return {
    get isLasting() {
      return storage.isLasting();
    },
    read: (key) => parse(storage.getItem(prefix + key)),
    write(key, value) {
      storage.setItem(prefix + key, JSON.stringify(value));
      changed(key);
    },
    remove(key) {
      storage.removeItem(prefix + key);
      changed(key);
    },
    keys: (beginning) => storage.names(prefix + beginning).map((name) => name.slice(prefix.length)),
    onChange(listener) {
      channel?.addEventListener('message', ({ data }) => listener(String(data)), { signal });
      // Between processes the channel may be faster than the storage; this event comes when the value is there.
      globalThis.addEventListener?.(
        'storage',
        ({ key }) => key?.startsWith(prefix) && listener(key.slice(prefix.length)),
        { signal },
      );
    },
    // Locks exist in secure contexts only.
    alone: (work) =>
      globalThis.navigator?.locks ? locked(`${prefix}alone`, work) : claiming(storage, `${prefix}claim`, work),
  };
}

/** @public */
export interface NamedStorage extends Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'> {
  names(beginning: string): string[];
}

function browserStorage(): globalThis.Storage | null {
  try {
    localStorage.getItem('yuwen:probe');
    return localStorage;
  } catch {
    return null; // Refused by the browser's settings.
  }
}

/** @public The same words without a browser; tests use it too. */
export function memoryStorage(): NamedStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    names: (beginning) => [...values.keys()].filter((name) => name.startsWith(beginning)).sort(),
  };
}

/** The browser's storage with memory above it for what it refuses: it may be full at any one write. */
export function layered(browser: globalThis.Storage | null): NamedStorage & { isLasting(): boolean } {
  const memory = memoryStorage();
  return {
    isLasting: () => browser !== null && memory.names('').length === 0,
    getItem: (key) => memory.getItem(key) ?? browser?.getItem(key) ?? null,
    setItem(key, value) {
      try {
        if (!browser) throw new Error('no storage');
        browser.setItem(key, value);
        memory.removeItem(key);
      } catch {
        memory.setItem(key, value);
      }
    },
    removeItem(key) {
      memory.removeItem(key);
      browser?.removeItem(key);
    },
    names: (beginning) => [...new Set([...memory.names(beginning), ...namesIn(browser, beginning)])].sort(),
  };
}

function namesIn(browser: globalThis.Storage | null, beginning: string): string[] {
  return browser ? Object.keys(browser).filter((name) => name.startsWith(beginning)) : [];
}

// Tabs may be processes of their own, and what one has written reaches the others later than a lock that it gives up.
const storageReachesOthersMs = 300;

/** The result is given at once; the lock is held until the next tab can see what was written. */
function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const working = async () => {
      await work().then(resolve, reject);
      await new Promise((seen) => setTimeout(seen, storageReachesOthersMs));
    };
    navigator.locks.request(name, working).catch(reject);
  });
}

interface Claim {
  by: string;
  at: number;
}

// As long as the longest call takes; a tab that was closed in the middle must not keep the others out.
const claimLastsMs = 20_000;
const lookAgainMs = 80;

/** Where there are no locks: writes its name down, waits for others to have seen it, and goes on if it still stands. */
async function claiming<T>(storage: NamedStorage, name: string, work: () => Promise<T>): Promise<T> {
  const by = newId();
  const pause = () => new Promise((resolve) => setTimeout(resolve, lookAgainMs * (1 + Math.random())));
  const isMine = () => parse<Claim>(storage.getItem(name))?.by === by;
  while (!isMine()) {
    const other = parse<Claim>(storage.getItem(name));
    // A clock that was set back must not make a claim last for hours.
    const isTaken = other !== null && Math.abs(Date.now() - other.at) < claimLastsMs;
    if (!isTaken) storage.setItem(name, JSON.stringify({ by, at: Date.now() }));
    await pause();
  }
  try {
    return await work();
  } finally {
    if (isMine()) storage.removeItem(name);
  }
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
