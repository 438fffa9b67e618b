import { type Markup, markup } from './markup.ts';
import type { PlainWords } from './plain-words.ts';

/** What stands in every form of these pages. */
export interface FormFields {
  words: PlainWords;
  token: string;
  /** The next message's id: a form that is sent twice says one thing. */
  nextId: string;
}

export const langOf = ({ locale }: PlainWords) => (locale === 'en' ? 'en' : 'zh');

/** The conversation, at its newest message. */
export const selfOf = (words: PlainWords) => `/plain${langOf(words) === 'en' ? '?lang=en' : ''}#newest`;

export const hidden = ({ words, token, nextId }: FormFields): Markup => markup`
  <input type="hidden" name="token" value="${token}">
  <input type="hidden" name="message" value="${nextId}">
  <input type="hidden" name="lang" value="${langOf(words)}">`;

interface Page {
  body: Markup;
  /** Comes again by itself, at that address. */
  refresh?: { everySeconds: number; address: string } | null;
  /** A page inside a page has no head of its own. */
  framed?: { title: string };
}

export function page(words: PlainWords, { refresh = null, body, framed }: Page): string {
  const head = markup`<header><a href="${words.otherPage}" lang="${langOf(words) === 'en' ? 'zh-CN' : 'en'}">${words.other}</a></header>`;
  const { text } = markup`<!doctype html>
<html lang="${words.locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${refresh ? markup`<meta http-equiv="refresh" content="${refresh.everySeconds};url=${refresh.address}">` : null}
    <title>${framed ? framed.title : words.title}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/plain.css">
  </head>
  <body>
    ${framed ? null : head}
    <main>${body}</main>
  </body>
</html>
`;
  return text;
}
