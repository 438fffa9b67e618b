import { originAsText } from './reply-as-text.ts';
import type { Reply } from './reply-types.ts';
import type { Words } from './zh.ts';

/** Adds to words that are copied out of an answer what they rest on and that a machine wrote them. */
export function copyWithOrigin(event: ClipboardEvent, reply: Reply, words: Words): void {
  const selected = selectedText(event.currentTarget as Element);
  // A browser that tells nothing of selections in shadow trees still copies the words themselves.
  if (!selected.trim() || !event.clipboardData) return;
  event.clipboardData.setData('text/plain', `${selected.trim()}\n\n${originAsText(reply, words)}`);
  event.preventDefault();
}

/** Chromium asks the shadow root, other browsers the document. */
function selectedText(within: Element): string {
  const root = within.getRootNode() as ShadowRoot & { getSelection?(): Selection | null };
  return (root.getSelection?.() ?? document.getSelection())?.toString() ?? '';
}
