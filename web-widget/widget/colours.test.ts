import { describe, expect, it } from 'vitest';
import { contrast, fromHex, type Rgb, readableAgainst, readableOn } from './colours.ts';
import { isDark, toColours } from './theme.ts';

const hex = (value: string) => fromHex(value)!;

describe('contrast', () => {
  it('is the ratio of WCAG, from 1 for the same colour to 21 for black on white', () => {
    expect(contrast(hex('#000000'), hex('#ffffff'))).toBeCloseTo(21, 5);
    expect(contrast(hex('#777777'), hex('#777777'))).toBe(1);
    expect(contrast(hex('#767676'), hex('#ffffff'))).toBeCloseTo(4.54, 2);
  });

  it('is enough for words on any fill', () => {
    const steps = [0, 51, 102, 128, 153, 204, 255];
    const fills = steps.flatMap((r) => steps.flatMap((g) => steps.map((b): Rgb => [r, g, b])));
    expect(fills.filter((fill) => contrast(fill, readableOn(fill)) < 4.5)).toEqual([]);
  });

  it('leaves a colour alone that can be read, and darkens one that cannot only as far as needed', () => {
    expect(readableAgainst(hex('#0f5767'), [hex('#ffffff')], hex('#000000'))).toEqual(hex('#0f5767'));
    const yellow = readableAgainst(hex('#ffd400'), [hex('#ffffff')], hex('#1d2529'));
    expect(contrast(yellow, hex('#ffffff'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(yellow, hex('#ffffff'))).toBeLessThan(6);
  });
});

describe('the colours of a window', () => {
  const accents = ['#0f5767', '#ffd400', '#c8102e', '#ffffff', '#000000', '#00a36c', '#7a7a7a'];
  it.each(accents.flatMap((accent) => [false, true].map((dark) => [accent, dark] as const)))(
    'hold AA for the accent %s (dark: %s)',
    (accent, dark) => {
      const wished = { accent: hex(accent), onAccent: hex('#888888'), paper: hex('#333333') };
      const colours = toColours(wished, dark);
      const of = (name: string) => hex(colours[name]!);
      expect(contrast(of('--fill'), of('--on-fill'))).toBeGreaterThanOrEqual(4.5);
      for (const ground of ['--card', '--tint', '--paper']) {
        expect(contrast(of('--accent'), of(ground))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(of('--ink'), of(ground))).toBeGreaterThanOrEqual(7);
      }
    },
  );

  it('are dark when the attribute or, without one, the device says so', () => {
    const asked = { matches: true };
    expect([isDark(null, asked), isDark('auto', asked), isDark('light', asked)]).toEqual([true, true, false]);
    expect([isDark('dark', { matches: false }), isDark(null, { matches: false })]).toEqual([true, false]);
  });
});
