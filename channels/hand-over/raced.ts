/** Breaks the transaction that a row no longer fits, so that neither the row nor the word is kept. */
class Raced extends Error {}

/** What a broken transaction gives: somebody was faster. */
export const raced = Symbol('raced');

/** Goes on only where the row was changed. */
export async function onlyIf(changed: Promise<boolean>): Promise<void> {
  if (!(await changed)) throw new Raced();
}

/** For `catch`: gives `raced` where `onlyIf` broke it, and throws anything else. */
export const passRaced = (error: unknown): typeof raced => {
  if (error instanceof Raced) return raced;
  throw error;
};
