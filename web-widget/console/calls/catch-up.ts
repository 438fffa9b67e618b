/**
 * Follows something that moves on by itself: however many nudges come, one reading is under way at a time, and one more
 * follows where a nudge came meanwhile, as the reading may have been too early to see what it was about.
 * A reading that fails is shown by the query that it was made through; the next nudge or poll begins another.
 */
export function createCatchUp(read: () => Promise<unknown>): () => Promise<void> {
  let isNudged = false;
  let underWay: Promise<void> | null = null;
  const follow = async () => {
    try {
      while (isNudged) {
        isNudged = false;
        await read();
      }
    } finally {
      underWay = null;
    }
  };
  return () => {
    isNudged = true;
    underWay ??= follow().catch(() => {});
    return underWay;
  };
}
