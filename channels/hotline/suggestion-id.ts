import { createHash } from 'node:crypto';

/** The same as long as what it is made of is the same: 「answer-3f2a9c0d11」. */
export function suggestionId(kind: string, ...content: readonly (string | null)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `${kind}-${digest.slice(0, 10)}`;
}
