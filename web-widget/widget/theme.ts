import { contrast, fromHex, type Rgb, readableAgainst, readableOn, readColour, toHex } from './colours.ts';

/** The grounds that text stands on and the ink it is written in; the rest of a theme is in styles-theme.ts. */
const grounds = {
  light: { paper: '#fbf9f5', card: '#ffffff', tint: '#e8f1f2', ink: '#1d2529' },
  dark: { paper: '#12181b', card: '#1c2428', tint: '#17353c', ink: '#eef2f3' },
} as const;

const ownAccent = '#0f5767';
// On dark grounds, what barely reaches the norm looks dull.
const darkRatio = 7;

/** Whether the window is dark: as the attribute says, or as the device asks for. */
export function isDark(theme: string | null, device: Pick<MediaQueryList, 'matches'>): boolean {
  return theme === 'dark' || (theme !== 'light' && device.matches);
}

export interface Wished {
  accent: Rgb | null;
  onAccent: Rgb | null;
  paper: Rgb | null;
}

/** Custom property → colour. Whatever colours a page wishes for, text keeps the contrast of WCAG AA. */
export function toColours(wished: Wished, dark: boolean): Record<string, string> {
  const own = grounds[dark ? 'dark' : 'light'];
  const [card, tint, ink] = [own.card, own.tint, own.ink].map((hex) => fromHex(hex)!) as [Rgb, Rgb, Rgb];
  const accent = wished.accent ?? fromHex(ownAccent)!;
  const { onAccent } = wished;
  const onFill = onAccent && contrast(accent, onAccent) >= 4.5 ? onAccent : readableOn(accent);
  // A paper of the page's own is for its light look, and only when ink can be read on it.
  const paper = !dark && wished.paper && contrast(wished.paper, ink) >= 7 ? wished.paper : fromHex(own.paper)!;
  return {
    '--fill': toHex(accent),
    '--on-fill': toHex(onFill),
    '--accent': toHex(readableAgainst(accent, [card, tint, paper], ink, dark ? darkRatio : undefined)),
    '--paper': toHex(paper),
    '--card': own.card,
    '--tint': own.tint,
    '--ink': own.ink,
  };
}

/** What the page wishes: the element's attribute first, then the custom properties that reach it. */
export function readWishes(host: HTMLElement): Wished {
  const style = getComputedStyle(host);
  const property = (name: string) => readColour(style.getPropertyValue(name).trim());
  return {
    accent: readColour(host.getAttribute('accent') ?? '') ?? property('--yuwen-accent'),
    onAccent: property('--yuwen-on-accent'),
    paper: property('--yuwen-paper'),
  };
}

/** Puts the colours on the frame, one by one: a style attribute would need an exception in the page's policy. */
export function paint(frame: HTMLElement, host: HTMLElement, dark: boolean): void {
  for (const [name, colour] of Object.entries(toColours(readWishes(host), dark))) frame.style.setProperty(name, colour);
}
