import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentAnswer } from '../../channels/http/api-types.ts';
import type { Citation } from './reply-types.ts';
import type { Actions } from './view.ts';
import type { Words } from './zh.ts';

export interface PassageShown {
  citation: Citation;
  document: 'loading' | 'failed' | DocumentAnswer;
}

/** Where the cited words stand in the document as it is now, or null when they no longer stand in it. */
export function findQuote(text: string, { quote, start, end }: Citation): { start: number; end: number } | null {
  if (text.slice(start, end) === quote) return { start, end };
  const moved = quote ? text.indexOf(quote) : -1;
  return moved < 0 ? null : { start: moved, end: moved + quote.length };
}

/** The document of a citation over the conversation, opened at the cited words. */
export function passageView(shown: PassageShown | null, words: Words, act: Actions): TemplateResult {
  return html`
    <dialog aria-labelledby="passage-title" @close=${act.closeSource} @click=${closeOnBackdrop}>
      ${shown ? contentView(shown, words) : nothing}
    </dialog>
  `;
}

function closeOnBackdrop(event: MouseEvent): void {
  // The dialog's own padding is zero: a click whose target is the dialog itself fell beside its content.
  if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
}

function contentView({ citation, document }: PassageShown, words: Words): TemplateResult {
  const close = (event: Event) => (event.currentTarget as HTMLElement).closest('dialog')?.close();
  return html`
    <div class="passage">
      <header>
        <h2 id="passage-title" lang="zh-CN">${citation.title}</h2>
        <button class="plain" @click=${close}>${words.passage.close}</button>
      </header>
      ${typeof document === 'object' ? documentView(document, citation, words) : absentView(document, citation, words)}
    </div>
  `;
}

function documentView(document: DocumentAnswer, citation: Citation, words: Words): TemplateResult {
  const span = findQuote(document.text, citation);
  const { text } = document;
  const body = span
    ? html`${text.slice(0, span.start)}<mark>${text.slice(span.start, span.end)}</mark>${text.slice(span.end)}`
    : html`${text}`;
  return html`
    ${span ? nothing : html`<p class="notice">${words.passage.moved}</p><blockquote><mark>${citation.quote}</mark></blockquote>`}
    <p class="small">${words.passage.inForce(document.validFrom, document.validTo)}</p>
    <div class="document" tabindex="0" role="region" aria-label=${words.passage.text} lang="zh-CN">${body}</div>
  `;
}

function absentView(why: 'loading' | 'failed', { quote }: Citation, words: Words): TemplateResult {
  if (why === 'loading') return html`<p class="notice" role="status">${words.passage.loading}</p>`;
  return html`<p class="notice" role="alert">${words.passage.failed}</p><blockquote><mark>${quote}</mark></blockquote>`;
}
