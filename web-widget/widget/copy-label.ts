import type { Local } from './view.ts';
import type { Words } from './zh.ts';

/** What a copying button says: what it does, or how it went. */
export function copyLabel({ copied }: Local, key: string, words: Words, label: string): string {
  if (copied?.key !== key) return label;
  return copied.worked ? words.copied : words.copyFailed;
}
