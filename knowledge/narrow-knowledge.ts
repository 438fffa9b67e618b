import type { ArrangedKnowledge, Knowledge } from './open-knowledge.ts';

/**
 * What both know: the search of `now`, with nothing that `next` no longer serves, and with the days of `next`. It takes no
 * time, so that what was withdrawn is gone while the index of `next` is still being computed. `next` needs no search.
 */
export function narrowKnowledge(now: Knowledge, next: ArrangedKnowledge): Knowledge {
  const indexed = new Set(now.parts.cards.map((card) => now.matterDocument(card).id));
  const kept = next.parts.cards.filter((card) => indexed.has(next.matterDocument(card).id));
  const cards = new Set(kept);
  const served = new Map(
    [...kept.map((card) => next.matterDocument(card)), ...next.parts.others].map((document) => [document.id, document]),
  );
  // As many more hits are asked for as may fall away.
  const before = [...now.parts.cards.map((card) => now.matterDocument(card)), ...now.parts.others];
  const gone = before.filter(({ id }) => !served.has(id)).reduce((sum, { passages }) => sum + passages.length, 0);
  return {
    ...next,
    search: async (query, { limit = 10, on, ...options } = {}) => {
      const hits = await now.search(query, { limit: limit + gone, ...options, ...(on !== undefined && { on }) });
      const isServed = (docId: string) => {
        const document = served.get(docId);
        return document && (on === undefined || document.validTo === null || on <= document.validTo);
      };
      return hits.filter(({ passage }) => isServed(passage.docId)).slice(0, limit);
    },
    matters: {
      inForce: (on) => next.matters.inForce(on).filter((card) => cards.has(card)),
      find: (id, on) => {
        const card = next.matters.find(id, on);
        return card && cards.has(card) ? card : null;
      },
    },
    learntVectors: now.learntVectors,
    close: now.close,
  };
}
