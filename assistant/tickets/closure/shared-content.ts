/** Characters that carry no matter of their own: particles, asking words, numbers and marks. */
const empty =
  /[\s\p{P}\p{N}的了是在和与及或对将把被我您你他们这那其该请希望要求建议麻烦尽快尽早能不能否可以什么时候为何怎么样一个下些有没解决处理问题反映所情况给让]/u;

/** Pairs of neighbouring characters that say something. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < text.length; index += 1) {
    const pair = text.slice(index, index + 2);
    if (!empty.test(pair)) pairs.add(pair);
  }
  return pairs;
}

/**
 * The share (0 to 1) of what `item` says that `text` takes up. What several items say alike (the estate, the company)
 * tells them apart from nothing and is left out where an item has words of its own. An item without any is taken up by
 * whatever is said.
 */
export function sharedContent(item: string, text: string, items: readonly string[]): number {
  const all = [...pairsOf(item)];
  const others = items.filter((other) => other !== item).map(pairsOf);
  const own = all.filter((pair) => !others.some((pairs) => pairs.has(pair)));
  const telling = own.length > 0 ? own : all;
  if (telling.length === 0) return 1;
  return telling.filter((pair) => text.includes(pair)).length / telling.length;
}
