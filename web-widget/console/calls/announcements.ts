/** A screen reader that is interrupted at every word tells nothing; a sentence takes about this long to be read out. */
export const quietMs = 4_000;

/**
 * What is read out of what keeps changing: something new at once when it has been quiet, else the newest when it is quiet
 * again; what was overtaken in between is never said. `clock` and `later` are the page's, or a test's.
 */
export function createAnnouncements(
  say: (text: string) => void,
  clock: () => number,
  later: (act: () => void, ms: number) => void,
): (text: string) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  let waiting: string | null = null;
  const sayNow = (text: string) => {
    saidAt = clock();
    say(text);
  };
  return (text) => {
    const quiet = clock() - saidAt;
    if (waiting === null && quiet >= quietMs) return sayNow(text);
    if (waiting === null)
      later(() => {
        const newest = waiting;
        waiting = null;
        if (newest) sayNow(newest);
      }, quietMs - quiet);
    waiting = text;
  };
}
