/** An indexed item by its position in the index, and how well it fits; higher is better. */
export interface Hit {
  index: number;
  score: number;
}

/** Whether `a` stands below `b` in a ranking; of equal scores the later item stands below, so rankings repeat exactly. */
const isBelow = (a: Hit, b: Hit) => a.score < b.score || (a.score === b.score && a.index > b.index);

/**
 * Keeps the best `limit` of a stream of scores in a binary heap whose root is the worst kept, so that most candidates
 * cost one comparison: O(n log limit) in the worst case.
 */
export function createTopHits(limit: number) {
  const heap: Hit[] = [];
  return {
    offer(index: number, score: number): void {
      if (limit === 0) return;
      if (heap.length < limit) {
        heap.push({ index, score });
        siftUp(heap, heap.length - 1);
        return;
      }
      const worst = heap[0];
      if (worst === undefined || !isBelow(worst, { index, score })) return;
      heap[0] = { index, score };
      siftDown(heap);
    },
    /** The score of the worst that is kept, once as many are kept as were asked for; until then 0. */
    worst: (): number => (limit > 0 && heap.length === limit ? heap[0]!.score : 0),
    /** Best first. */
    ranked: (): Hit[] => heap.toSorted((a, b) => (isBelow(a, b) ? 1 : -1)),
  };
}

function siftUp(heap: Hit[], from: number): void {
  for (let child = from; child > 0; ) {
    const parent = (child - 1) >> 1;
    if (!isBelow(heap[child]!, heap[parent]!)) return;
    [heap[child], heap[parent]] = [heap[parent]!, heap[child]!];
    child = parent;
  }
}

function siftDown(heap: Hit[]): void {
  for (let parent = 0; ; ) {
    const left = 2 * parent + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const child = right < heap.length && isBelow(heap[right]!, heap[left]!) ? right : left;
    if (!isBelow(heap[child]!, heap[parent]!)) return;
    [heap[child], heap[parent]] = [heap[parent]!, heap[child]!];
    parent = child;
  }
}
