import { describe, expect, it } from 'vitest';
import { countPeople, relationOf, reportedBy } from './reporter.ts';

const key = Buffer.from('a key for tests');
const by = (content: string, conversationId: string | null) => reportedBy({ content, conversationId }, key);

describe('who reported', () => {
  it('knows a caller again by the number that was left, however it is written, and keeps no number', () => {
    const first = by('路灯坏了，电话13812345678', 'a');
    expect(by('还没修，我是138 1234 5678', 'b').reporter).toBe(first.reporter);
    expect(first.reporter).not.toContain('13812345678');
  });

  it('tells the same caller again from another one, and says where nothing tells', () => {
    const first = by('路灯坏了', 'a');
    expect(relationOf(first, by('路灯还没修', 'a'))).toBe('repeat');
    expect(relationOf(first, by('我们这儿路灯也坏了', 'b'))).toBe('other');
    expect(relationOf(first, by('路灯，坏了！', 'b'))).toBe('unknown');
    expect(relationOf(first, by('路灯坏了', null))).toBe('unknown');
  });
});

describe('counting people', () => {
  const copies = (count: number, conversation: (index: number) => string | null) =>
    Array.from({ length: count }, (_, index) => by('烧烤摊太吵了', conversation(index)));

  it('takes a thousand copies for one person, from one conversation, from a thousand, or from nowhere', () => {
    expect(countPeople(copies(1000, () => 'a')).people).toBe(1);
    expect(countPeople(copies(1000, String)).people).toBe(1);
    expect(countPeople(copies(1000, () => null))).toEqual({ people: 1, unknownReports: 1000 });
  });

  it('counts everyone who speaks for himself', () => {
    const reports = [
      by('烧烤摊太吵', 'a'),
      by('烧烤摊油烟大', 'b'),
      by('烧烤摊太吵', 'c'),
      by('又在吵', 'a'),
      by('吵', null),
    ];
    expect(countPeople(reports)).toEqual({ people: 2, unknownReports: 1 });
  });
});
