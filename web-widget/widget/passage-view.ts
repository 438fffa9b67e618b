import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentAnswer } from '../../channels/http/api-types.ts';
import { closeDialog, closeOnBackdrop } from './dialogs.ts';
import type { Citation } from './reply-types.ts';
import type { Actions } from './view.ts';
import type { Words } from './zh.ts';

export interface PassageShown {
  citation: Citation;
  document: 'loading' | 'failed' | DocumentAnswer;
}

/**
 * Where the cited words stand in the document as it is now, or null when they no longer stand in it. A citation without
 * words is of the place itself: where a card's line was read the document has words of its own.
 */
export function findQuote(text: string, { quote, start, end }: Citation): { start: number; end: number } | null {
  if (quote === '') return start < end && end <= text.length ? { start, end } : null;
  if (text.slice(start, end) === quote) return { start, end };
  const moved = text.indexOf(quote);
  return moved < 0 ? null : { start: moved, end: moved + quote.length };
}

/** The page of the file on which a place in its text stands; null where the document has no pages. */
export function pageAt({ pages }: Pick<DocumentAnswer, 'pages'>, at: number): number | null {
  return pages.filter(({ start }) => start <= at).at(-1)?.page ?? null;
}

/** The document of a citation over the conversation, opened at the cited words. */
export function passageView(shown: PassageShown | null, words: Words, act: Actions): TemplateResult {
  return html`
    <dialog class="source" aria-labelledby="passage-title" @close=${act.closeSource} @click=${closeOnBackdrop}>
      ${shown ? contentView(shown, words, act) : nothing}
    </dialog>
  `;
}

function contentView({ citation, document }: PassageShown, words: Words, act: Actions): TemplateResult {
  return html`
    <div class="sheet">
      <header>
        <h2 id="passage-title" lang="zh-CN">${citation.title}</h2>
        <button @click=${closeDialog}>${words.passage.close}</button>
      </header>
      ${readInView(citation, words, act)}
      ${typeof document === 'object' ? documentView(document, citation, words) : absentView(document, citation, words)}
    </div>
  `;
}

/** A card's line that was read in a document leads to its very place there. */
function readInView({ readIn }: Citation, words: Words, act: Actions): TemplateResult | typeof nothing {
  if (!readIn) return nothing;
  const { docId, title, page, start, end } = readIn;
  const open = () => act.openSource({ docId, title, quote: '', start, end, ...(page !== null && { page }) });
  // A source may be named with its page already.
  const unsaid = page !== null && title.endsWith(`第 ${page} 页`) ? null : page;
  return html`<p class="small"><button @click=${open}>${words.passage.readIn(title, unsaid)}</button></p>`;
}

function documentView(document: DocumentAnswer, citation: Citation, words: Words): TemplateResult {
  const span = findQuote(document.text, citation);
  const { text } = document;
  const page = citation.readIn ? null : (citation.page ?? (span ? pageAt(document, span.start) : null));
  const body = span
    ? html`${text.slice(0, span.start)}<mark>${text.slice(span.start, span.end)}</mark>${text.slice(span.end)}`
    : html`${text}`;
  return html`
    ${span ? nothing : html`<p class="notice">${words.passage.moved}</p><blockquote><mark>${citation.quote}</mark></blockquote>`}
    <p class="small">
      ${words.passage.inForce(document.validFrom, document.validTo)}${page === null ? nothing : html` · ${words.passage.page(page)}`}
    </p>
    <div class="document" tabindex="0" role="region" aria-label=${words.passage.text} lang="zh-CN">${body}</div>
  `;
}

function absentView(why: 'loading' | 'failed', { quote }: Citation, words: Words): TemplateResult {
  if (why === 'loading') return html`<p class="notice">${words.passage.loading}</p>`;
  return html`<p class="notice" role="alert">${words.passage.failed}</p><blockquote><mark>${quote}</mark></blockquote>`;
}
