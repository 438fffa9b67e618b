/** Edits of a list that leave the list itself as it was. */
export const withItem = <T>(list: readonly T[], at: number, item: T): T[] =>
  list.map((one, index) => (index === at ? item : one));

export const withoutItem = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

/** The item one place up or down; at the edge of the list it stays. */
export function movedItem<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  const [item, other] = [list[at], list[to]];
  if (item === undefined || other === undefined) return [...list];
  return list.map((one, index) => (index === to ? item : index === at ? other : one));
}

/** Lines as they are typed, one thing a line. */
export const toLines = (text: string): string[] => text.split('\n');

/** What is meant by typed lines: without the empty ones and the spaces around them. */
export const fromLines = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter(Boolean);
