import { describe, expect, it } from 'vitest';
import { en as consoleEnglish } from '../console/words/en.ts';
import { zh as consoleChinese } from '../console/words/zh.ts';
import { en } from './en.ts';
import { toMoment } from './moments.ts';
import { zh } from './zh.ts';

/** Every name in a catalogue with what kind of thing stands there. */
function shapeOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([name, inner]) => shapeOf(inner, `${path}/${name}`));
}
// In Chinese these need no translation: the data are Chinese already.
const withoutPurposes = (shape: string[]) => shape.filter((line) => !line.startsWith('/purposes'));

describe('the catalogues', () => {
  it.each([
    ['widget', zh, en],
    ['console', consoleChinese, consoleEnglish],
  ])('of the %s say the same things in both languages', (_, chinese, english) =>
    expect(withoutPurposes(shapeOf(english)).sort()).toEqual(withoutPurposes(shapeOf(chinese)).sort()),
  );

  it.each([
    ['widget', en],
    ['console', consoleEnglish],
  ])('of the %s leave no Chinese untranslated, but for what is to be said in Chinese', (_, catalogue) => {
    const texts = shapeOf(catalogue).length;
    const chinese = JSON.stringify(catalogue, (name, value) =>
      ['send', 'undoSent', 'purposes'].includes(name) ? undefined : value,
    )
      .match(/"[^"]*[\u4e00-\u9fff][^"]*"/g)
      ?.filter((text) => !text.includes('「'));
    expect(texts).toBeGreaterThan(30);
    expect(chinese ?? []).toEqual([]);
  });
});

it("writes moments in Chongqing's time in both languages, and leaves what is no moment as it is", () => {
  expect(toMoment('2026-11-23T16:30:00Z', 'zh-CN')).toBe('2026年11月24日 00:30');
  expect(toMoment('2026-11-23T16:30:00Z', 'en-GB')).toBe('24 Nov 2026, 00:30');
  expect(toMoment('soon', 'zh-CN')).toBe('soon');
});
