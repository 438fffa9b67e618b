import type { MatterShown } from '../../channels/http/matter-types.ts';
import { cardAsPage } from './card-page.ts';
import { cardAsText } from './matter-card-as-text.ts';
import type { Notes } from './matter-cards.ts';
import type { Words } from './zh.ts';

// Long enough for any browser to have begun the download; the address is worthless afterwards.
const revokeAfterMs = 60_000;

/** Puts the card into the downloads, as a page to print or as plain text. */
export function saveCard(card: MatterShown, notes: Notes, words: Words, as: 'html' | 'txt'): void {
  // The mark at the beginning tells old editors that the text is UTF-8.
  const text = as === 'html' ? cardAsPage(card, notes, words) : `\ufeff${cardAsText(card, notes, words)}\n`;
  const type = as === 'html' ? 'text/html' : 'text/plain';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = `${card.title.replace(/[\\/:*?"<>|\s]+/gu, '_')}.${as}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), revokeAfterMs);
}

/** Hands the text to the device's own sharing; false when it has none, so that it can be copied instead. */
export async function shareCard(title: string, text: string): Promise<boolean> {
  if (typeof navigator.share !== 'function') return false;
  try {
    await navigator.share({ title, text });
    return true;
  } catch (error) {
    // Thought better of it; nothing else should happen then.
    return (error as DOMException).name === 'AbortError';
  }
}
