/** Red, green and blue, each 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** What can be read on a colour: white or black, whichever stands out more; one of them always reaches 4.5. */
export const readableOn = (fill: Rgb): Rgb => (contrast(fill, white) >= contrast(fill, black) ? white : black);

// A little above the 4.5 of WCAG AA, as browsers round.
const enough = 4.6;

/** The colour itself, or as little of `ink` mixed in as lets it be read on every one of the grounds. */
export function readableAgainst(colour: Rgb, grounds: readonly Rgb[], ink: Rgb, ratio = enough): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = colour.map((value, index) => Math.round(value + (ink[index]! - value) * share)) as unknown as Rgb;
    if (grounds.every((ground) => contrast(mixed, ground) >= ratio)) return mixed;
  }
  return ink;
}

/** `#0f5767`; what `readColour` gives back. */
export const toHex = (colour: Rgb) => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

export function fromHex(hex: string): Rgb | null {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)?.slice(1);
  return parts ? (parts.map((part) => Number.parseInt(part, 16)) as unknown as Rgb) : null;
}

/** Any colour that CSS knows, without transparency; null for anything else. The canvas writes each as `#rrggbb`. */
export function readColour(value: string): Rgb | null {
  if (!value || !CSS.supports('color', value)) return null;
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return fromHex(value);
  canvas.fillStyle = value;
  return fromHex(String(canvas.fillStyle));
}
