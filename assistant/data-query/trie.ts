/** Words with what they stand for; finds the longest word that begins at a place of a text. */
export interface Trie<Entry> {
  add(word: string, entry: Entry): void;
  /** The longest word of the trie that begins at `start`, or nothing. */
  longestAt(text: string, start: number): { end: number; entries: readonly Entry[] } | undefined;
}

interface Node<Entry> {
  next: Map<string, Node<Entry>>;
  entries: Entry[];
}

export function createTrie<Entry>(): Trie<Entry> {
  const root: Node<Entry> = { next: new Map(), entries: [] };
  return {
    add(word, entry) {
      let node = root;
      for (const mark of word) {
        const next = node.next.get(mark) ?? { next: new Map(), entries: [] };
        node.next.set(mark, next);
        node = next;
      }
      node.entries.push(entry);
    },
    longestAt(text, start) {
      let node: Node<Entry> | undefined = root;
      let found: { end: number; entries: readonly Entry[] } | undefined;
      for (let index = start; index < text.length; index++) {
        node = node.next.get(text[index]!);
        if (!node) break;
        if (node.entries.length > 0) found = { end: index + 1, entries: node.entries };
      }
      return found;
    },
  };
}
