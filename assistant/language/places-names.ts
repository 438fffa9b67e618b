import type { Town, TownCommunities } from '../../knowledge/index.ts';

interface Node<Value> {
  next: Map<string, Node<Value>>;
  value: Value | undefined;
}

/** Names as a tree of characters: finding the longest one costs as many steps as it has characters, however many there are. */
export interface NameTree<Value> {
  set(name: string, value: Value): void;
  longestAt(text: string, start: number): { name: string; value: Value } | undefined;
}

export function createNameTree<Value>(): NameTree<Value> {
  const root: Node<Value> = { next: new Map(), value: undefined };
  return {
    set(name, value) {
      let node = root;
      for (const character of name) {
        const next = node.next.get(character) ?? { next: new Map(), value: undefined };
        node.next.set(character, next);
        node = next;
      }
      node.value = value;
    },
    longestAt(text, start) {
      let found: { name: string; value: Value } | undefined;
      let node: Node<Value> | undefined = root;
      for (let at = start; at < text.length; at++) {
        node = node.next.get(text[at]!);
        if (node === undefined) break;
        if (node.value !== undefined) found = { name: text.slice(start, at + 1), value: node.value };
      }
      return found;
    },
  };
}

/** A community or village with every town that has one of the name. */
export interface NamedCommunity {
  name: string;
  towns: Town[];
}

/** Names that say nothing of a place by themselves: 中心社区, 安置小区的新村. */
const ordinary = new Set(['中心', '城中', '农', '全', '本', '新农', '安居', '阳光小区', '一', '二', '三']);

/** Full names (「通集村」, 「电报路社区」) with the towns that hold them. */
export function communityNames(rows: readonly TownCommunities[], towns: readonly Town[]): Map<string, NamedCommunity> {
  const byCode = new Map<string, Town[]>();
  for (const town of towns) byCode.set(town.code, [...(byCode.get(town.code) ?? []), town]);
  const named = new Map<string, NamedCommunity>();
  const add = (name: string, own: readonly Town[]) => {
    const known = named.get(name);
    if (known) known.towns.push(...own);
    else named.set(name, { name, towns: [...own] });
  };
  for (const { town, communities, villages } of rows) {
    const own = byCode.get(town) ?? [];
    for (const name of communities) if (!ordinary.has(name)) add(`${name}社区`, own);
    for (const name of villages) if (!ordinary.has(name) && name.length >= 2) add(`${name}村`, own);
  }
  return named;
}
