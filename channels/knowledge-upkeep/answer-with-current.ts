import type { Assistant } from '../../assistant/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';

/** What is made of knowledge, for whichever is current; made once for each state, and nothing of an older one is kept. */
export function perKnowledge<Made>(current: () => Knowledge, make: (knowledge: Knowledge) => Made): () => Made {
  let made: { knowledge: Knowledge; value: Made } | null = null;
  return () => {
    const knowledge = current();
    if (made?.knowledge !== knowledge) made = { knowledge, value: make(knowledge) };
    return made.value;
  };
}

/**
 * An assistant over whichever knowledge is current. A turn is answered to its end by the one it began with, so that no
 * answer mixes two states.
 */
export function answerWithCurrent(
  current: () => Knowledge,
  assistantOver: (knowledge: Knowledge) => Assistant,
): Assistant {
  const assistant = perKnowledge(current, assistantOver);
  const methods = Object.entries(assistant()).flatMap(([name, value]) =>
    typeof value === 'function'
      ? [[name, (...given: unknown[]) => Reflect.apply(Reflect.get(assistant(), name), undefined, given)]]
      : [],
  );
  return Object.defineProperty(Object.fromEntries(methods), 'engine', {
    get: () => assistant().engine,
    enumerable: true,
  }) as Assistant;
}
