import type { MessageRow } from '../../assistant/index.ts';
import { type Markup, markup } from './markup.ts';
import { plainReply } from './plain-reply.ts';
import type { PlainWords } from './plain-words.ts';

export interface PlainTalk {
  words: PlainWords;
  messages: readonly MessageRow[];
  /** For the forms. */
  token: string;
  /** The next message's id: a form that is sent twice says one thing. */
  nextId: string;
  /** What went wrong with the last message, in words for the citizen; and what was typed. */
  notice: string | null;
  typed: string;
  progress: ReadonlyMap<string, string>;
}

const refreshEverySeconds = 2;

/** The conversation as one page: what was said, what may be said next. */
export function talkPage(talk: PlainTalk): string {
  const { words, messages, notice } = talk;
  const answered = new Set(messages.map(({ answers_message_id }) => answers_message_id));
  const isOwed = messages.some(({ role, id }) => role === 'citizen' && !answered.has(id));
  const newest = messages.at(-1);
  return page(words, {
    refresh: isOwed && notice === null,
    body: markup`
      <h1>${words.title}</h1>
      <p>${words.intro}</p>
      ${notice ? markup`<p class="notice" role="alert">${notice}</p>` : null}
      ${messages.map((message) => messageOf(message, talk, message === newest))}
      ${isOwed ? markup`<p role="status">${words.writing} <a class="call" href="${selfOf(words)}">${words.see}</a></p>` : null}
      ${formOf(talk)}
      ${messages.length > 0 ? anewOf(talk) : null}
      <p><a class="call" href="tel:12345">${words.person}</a></p>`,
  });
}

const selfOf = ({ locale }: PlainWords) => `/plain${locale === 'en' ? '?lang=en' : ''}#newest`;

function messageOf({ role, text, reply }: MessageRow, talk: PlainTalk, isNewest: boolean): Markup {
  const { words, progress } = talk;
  const choose = isNewest ? (send: string, label: string) => choiceOf(talk, send, label) : null;
  const body = reply ? plainReply(reply, { words, choose, progress }) : markup`<p>${text}</p>`;
  return markup`
    <article class="${role}"${isNewest ? markup` id="newest"` : null}>
      <h2>${role === 'citizen' ? words.you : words.desk}</h2>
      <div lang="zh-CN">${body}</div>
    </article>`;
}

const hidden = ({ words, token, nextId }: PlainTalk) => markup`
  <input type="hidden" name="token" value="${token}">
  <input type="hidden" name="message" value="${nextId}">
  <input type="hidden" name="lang" value="${words.locale === 'en' ? 'en' : 'zh'}">`;

function formOf(talk: PlainTalk): Markup {
  const { words, typed } = talk;
  return markup`
    <form method="post" action="/plain">
      ${hidden(talk)}
      <label for="text">${words.question}</label>
      <textarea id="text" name="text" rows="3" required maxlength="2000">${typed}</textarea>
      <button>${words.send}</button>
    </form>`;
}

const choiceOf = (talk: PlainTalk, send: string, label: string) => markup`
  <form method="post" action="/plain">${hidden(talk)}<button name="text" value="${send}">${label}</button></form>`;

const anewOf = (talk: PlainTalk) => markup`
  <form method="post" action="/plain/anew">${hidden(talk)}<button class="quiet">${talk.words.anew}</button></form>`;

interface ShownDocument {
  title: string;
  text: string;
  validFrom: string;
  validTo: string | null;
}

/** A document with the passage marked that an answer rests on. */
export function documentPage(
  words: PlainWords,
  { title, text, validFrom, validTo }: ShownDocument,
  { start, end }: { start: number; end: number },
): string {
  const inside = start < end && end <= text.length;
  const body = inside
    ? markup`${text.slice(0, start)}<mark id="passage">${text.slice(start, end)}</mark>${text.slice(end)}`
    : markup`${text}`;
  return page(words, {
    refresh: false,
    body: markup`
      <p><a href="${selfOf(words)}">${words.back}</a></p>
      <h1 lang="zh-CN">${title}</h1>
      <p class="quiet">${words.inForce(validFrom, validTo)}</p>
      <div class="document" lang="zh-CN">${body}</div>`,
  });
}

/** A page that only says something. */
export const noticePage = (words: PlainWords, notice: string) =>
  page(words, {
    refresh: false,
    body: markup`<h1>${words.title}</h1><p class="notice" role="alert">${notice}</p><p><a href="${selfOf(words)}">${words.back}</a></p>`,
  });

function page(words: PlainWords, { refresh, body }: { refresh: boolean; body: Markup }): string {
  const { text } = markup`<!doctype html>
<html lang="${words.locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${refresh ? markup`<meta http-equiv="refresh" content="${refreshEverySeconds};url=${selfOf(words)}">` : null}
    <title>${words.title}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/plain.css">
  </head>
  <body>
    <header><a href="${words.otherPage}" lang="${words.locale === 'en' ? 'zh-CN' : 'en'}">${words.other}</a></header>
    <main>${body}</main>
  </body>
</html>
`;
  return text;
}
