export type TakeTurns = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs at most so many at a time; the others wait in the order in which they came. */
export function createTakeTurns(atMost: number): TakeTurns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atMost) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
