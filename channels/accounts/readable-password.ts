import { randomInt } from 'node:crypto';

/** Twelve characters without those that are read wrong (0 O 1 l I): 69 bits. */
export function readablePassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
}
