import { expect, it } from 'vitest';
import { isFloats, isIntegers, isText, packParts, partOf, unpackParts } from './packed-parts.ts';

it('gives back numbers and text of any length', () => {
  const parts = {
    odd: Uint8Array.of(1, 2, 3),
    text: '户口\nabc',
    whole: Uint32Array.of(7, 4_294_967_295),
    none: new Float32Array(),
  };
  const read = unpackParts(packParts(parts));
  expect(Object.fromEntries(read)).toEqual(parts);
});

it('reads numbers in place, also from a packing inside a packing', () => {
  const inner = packParts({ numbers: Float32Array.of(1.5, -2) });
  const outer = packParts({ first: Uint8Array.of(9), inner });
  const found = unpackParts(unpackParts(outer).get('inner') as Uint8Array);
  const numbers = partOf(found, 'numbers', isFloats);
  expect([...numbers]).toEqual([1.5, -2]);
  expect(numbers.buffer).toBe(outer.buffer);
});

it('names the part that is missing or of another kind', () => {
  const read = unpackParts(packParts({ text: 'a' }));
  expect(() => partOf(read, 'starts', isIntegers)).toThrow(expect.objectContaining({ code: 'snapshot_invalid' }));
  expect(() => partOf(read, 'text', isIntegers)).toThrow(/text/);
  expect(partOf(read, 'text', isText)).toBe('a');
});
