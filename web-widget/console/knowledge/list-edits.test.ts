import { describe, expect, it } from 'vitest';
import { fromLines, movedItem, toLines, withItem, withoutItem } from './list-edits.ts';

describe('edits of a list', () => {
  const list = ['a', 'b', 'c'];

  it('change, take out and move one item, and leave the list as it was', () => {
    expect(withItem(list, 1, 'x')).toEqual(['a', 'x', 'c']);
    expect(withoutItem(list, 0)).toEqual(['b', 'c']);
    expect(movedItem(list, 2, -1)).toEqual(['a', 'c', 'b']);
    expect(movedItem(list, 0, 1)).toEqual(['b', 'a', 'c']);
    expect(list).toEqual(['a', 'b', 'c']);
  });

  it('move nothing past the edge', () => {
    expect(movedItem(list, 0, -1)).toEqual(list);
    expect(movedItem(list, 2, 1)).toEqual(list);
  });

  it('keep lines as they are typed, and mean only those that say something', () => {
    expect(toLines('上户口\n\n 落户 ')).toEqual(['上户口', '', ' 落户 ']);
    expect(fromLines(toLines('上户口\n\n 落户 '))).toEqual(['上户口', '落户']);
  });
});
