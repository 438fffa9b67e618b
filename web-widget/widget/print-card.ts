import type { MatterShown } from '../../channels/http/matter-types.ts';
import { fillPage, pageStyle } from './card-page.ts';
import type { Notes } from './matter-cards.ts';
import type { Words } from './zh.ts';

/**
 * Prints the card alone, not the page around it: from a frame of our own in the shadow tree, whose style sheet is
 * constructed, as the page's policy may allow no inline style.
 */
export function printCard(beside: Element, card: MatterShown, notes: Notes, words: Words): void {
  const root = beside.getRootNode() as ShadowRoot;
  root.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'printed';
  frame.title = words.card.printed;
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  root.querySelector('.frame')?.append(frame);
  const inside = frame.contentWindow as (Window & { CSSStyleSheet: typeof CSSStyleSheet }) | null;
  if (!inside) return;
  fillPage(inside.document, card, notes, words);
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(pageStyle);
  inside.document.adoptedStyleSheets = [sheet];
  inside.focus();
  inside.print();
}
