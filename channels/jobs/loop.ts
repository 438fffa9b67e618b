export interface Loop {
  /** Runs the work now, or once more right after the run under way. */
  now(): void;
  /** Lets the run under way end and starts no other. */
  close(): Promise<void>;
}

/** Runs the work at once, at every call of `now` and otherwise at intervals; never twice at a time. The work must not throw. */
export function openLoop(everyMs: number, work: () => Promise<void>): Loop {
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isClosing = false;

  async function run(): Promise<void> {
    while (isWanted && !isClosing) {
      isWanted = false;
      await work();
    }
  }

  function now(): void {
    isWanted = true;
    running ??= run().finally(() => {
      running = undefined;
      if (isWanted && !isClosing) now(); // called after the last look and before this line
    });
  }

  const timer = setInterval(now, everyMs);
  now();
  return {
    now,
    async close() {
      isClosing = true;
      clearInterval(timer);
      await running;
    },
  };
}
