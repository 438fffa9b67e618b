const seen = new WeakMap<HTMLElement, string>();

/**
 * Shows what is new: a reply from its beginning (a long one is read from the top, not from its end), anything else at
 * the bottom. Does nothing when nothing is new, so that somebody reading further up is left in peace.
 */
export function scrollToNewest(log: HTMLElement): void {
  const items = log.querySelectorAll<HTMLElement>('ol > li');
  const newest = items.item(items.length - 1);
  if (!newest) return void seen.delete(log);
  const mark = `${items.length}:${newest.dataset.message ?? newest.className}`;
  if (seen.get(log) === mark) return;
  seen.set(log, mark);
  const isReply = newest.dataset.message !== undefined;
  log.scrollTop = isReply ? newest.offsetTop - log.offsetTop - gapPx : log.scrollHeight;
}

const gapPx = 12;
