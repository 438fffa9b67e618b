/** A text with the head that stands between two lines of `---` at its beginning, when it has one. */
export function cutHead(written: string): { head: string | null; text: string } {
  const [, head, text] = /^\uFEFF?---\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n(.*))?$/su.exec(written) ?? [];
  return head === undefined ? { head: null, text: written } : { head, text: text ?? '' };
}
