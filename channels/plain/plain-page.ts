import type { MessageRow } from '../../assistant/index.ts';
import type { HandOverShown } from '../http/hand-over-types.ts';
import { type Markup, markup } from './markup.ts';
import { type FormFields, hidden, page, selfOf } from './plain-layout.ts';
import { personSection } from './plain-person.ts';
import { plainReply } from './plain-reply.ts';
import type { PlainWords } from './plain-words.ts';

export interface PlainTalk extends FormFields {
  messages: readonly MessageRow[];
  /** How it stands with a person. */
  person: HandOverShown;
  /** What went wrong with the last message, in words for the citizen; and what was typed. */
  notice: string | null;
  typed: string;
  progress: ReadonlyMap<string, string>;
}

const refreshEverySeconds = 2;

/** The conversation as one page: what was said, what may be said next. */
export function talkPage(talk: PlainTalk): string {
  const { words, messages, notice, person } = talk;
  const answered = new Set(messages.map(({ answers_message_id }) => answers_message_id));
  const isOwed = messages.some(({ role, id }) => role === 'citizen' && !answered.has(id));
  const newest = messages.at(-1);
  return page(words, {
    refresh: isOwed && notice === null ? { everySeconds: refreshEverySeconds, address: selfOf(words) } : null,
    body: markup`
      <h1>${words.title}</h1>
      <p>${words.intro}</p>
      ${notice ? markup`<p class="notice" role="alert">${notice}</p>` : null}
      ${messages.map((message) => messageOf(message, talk, message === newest ? talk : null))}
      ${isOwed ? markup`<p role="status">${words.writing} <a class="call" href="${selfOf(words)}">${words.see}</a></p>` : null}
      ${formOf(talk)}
      ${personSection(person, talk)}
      ${messages.length > 0 ? anewOf(talk) : null}`,
  });
}

/** One message; `newest` are the forms' fields for its choices, which are gone once something else was said. */
export function messageOf(
  { role, text, reply }: MessageRow,
  { words, progress }: Pick<PlainTalk, 'words' | 'progress'>,
  newest: FormFields | null,
): Markup {
  const anchor = newest ? markup` id="newest"` : null;
  if (reply?.outcome === 'with_person') return markup`<p class="delivered"${anchor}>${words.inChat.delivered}</p>`;
  const choose = newest ? (send: string, label: string) => choiceOf(newest, send, label) : null;
  const body = reply ? plainReply(reply, { words, choose, progress }) : markup`<p>${text}</p>`;
  const by = reply?.outcome === 'person' ? reply.by : null;
  const name = by === null ? words.desk : words.inChat.label(by);
  return markup`
    <article class="${by === null ? role : 'person'}"${anchor}>
      <h2>${role === 'citizen' ? words.you : name}</h2>
      <div lang="zh-CN">${body}</div>
    </article>`;
}

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

const choiceOf = (talk: FormFields, send: string, label: string) => markup`
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
    body: markup`<h1>${words.title}</h1><p class="notice" role="alert">${notice}</p><p><a href="${selfOf(words)}">${words.back}</a></p>`,
  });
