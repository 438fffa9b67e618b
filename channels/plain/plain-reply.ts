import type { Citation, Reply, SingleReply, TicketCard } from '../../assistant/index.ts';
import { type Markup, markup } from './markup.ts';
import type { PlainWords } from './plain-words.ts';

export interface ReplyContext {
  words: PlainWords;
  /** A form's fields beside the button; null when the reply is an old one, whose choices are gone. */
  choose: ((send: string, label: string) => Markup) | null;
  /** How a ticket of this conversation stands, by its number. */
  progress: ReadonlyMap<string, string>;
}

/** A reply as paragraphs, lists and links; the same things that the widget shows. */
export function plainReply(reply: Reply, context: ReplyContext): Markup {
  if (reply.outcome === 'several') return markup`${reply.replies.map((one) => singleReply(one, context))}`;
  return singleReply(reply, context);
}

function singleReply(reply: SingleReply, context: ReplyContext): Markup {
  const { words, choose } = context;
  const options = 'options' in reply && choose ? (reply.options ?? []) : [];
  return markup`
    ${bodyOf(reply, context)}
    ${
      options.length > 0 && choose
        ? markup`<div class="choices"><p>${words.choices}</p>${options.map(({ send, label }) => choose(send, label))}</div>`
        : null
    }`;
}

function bodyOf(reply: SingleReply, { words, progress }: ReplyContext): Markup {
  if (reply.outcome === 'answered') return answerOf(reply, words);
  if (reply.outcome === 'partial')
    return markup`${answerOf(reply, words)}<p>${words.missing}</p><ul>${reply.missing.map((one) => markup`<li>${one}</li>`)}</ul>`;
  if (reply.outcome === 'ticket') return ticketOf(reply.ticket, words, progress.get(reply.ticket.number) ?? null);
  if (reply.outcome === 'emergency')
    return markup`${paragraphs(reply.text)}<p>${reply.numbers.map((number) => markup`<a class="call" href="tel:${number}">${words.call(number)}</a> `)}</p>`;
  return paragraphs(reply.text);
}

const paragraphs = (text: string) =>
  markup`${text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => markup`<p>${line}</p>`)}`;

type Answer = Extract<SingleReply, { outcome: 'answered' | 'partial' }>;

function answerOf({ sentences, citations }: Answer, words: PlainWords): Markup {
  const sections = new Map<string, Markup[]>();
  for (const { text, citations: cited, section = '' } of sentences) {
    const marks = cited.flatMap((index) => (citations[index] ? [sourceLink(citations[index], index + 1, words)] : []));
    sections.set(section, [...(sections.get(section) ?? []), markup`<li>${text} ${marks}</li>`]);
  }
  return markup`
    ${[...sections].map(([name, items]) => markup`${name ? markup`<h3>${name}</h3>` : null}<ul>${items}</ul>`)}
    ${citations.length > 0 ? markup`<p>${words.sources}</p><ol>${citations.map(({ title }) => markup`<li>${title}</li>`)}</ol>` : null}
    <p class="quiet">${words.aiLabel}</p>`;
}

function sourceLink({ docId, title, start, end }: Citation, number: number, words: PlainWords): Markup {
  const query = new URLSearchParams({
    start: String(start),
    end: String(end),
    ...(words.locale === 'en' && { lang: 'en' }),
  });
  const address = `/plain/documents/${encodeURIComponent(docId)}?${query}#passage`;
  return markup`<a href="${address}" title="${title}" aria-label="${words.source(number)}：${title}">[${number}]</a>`;
}

function ticketOf(ticket: TicketCard, { ticket: words }: PlainWords, progress: string | null): Markup {
  const facts: [string, string][] = [
    [words.number, ticket.number],
    [words.code, ticket.progressSecret],
    [words.category, `${ticket.category.group} › ${ticket.category.name}`],
    [words.owner, ticket.owner],
    [words.due, dayAndTime.format(new Date(ticket.dueAt))],
    ...(progress ? [[words.status, progress] as [string, string]] : []),
  ];
  return markup`
    <h3>${words.title}</h3>
    <dl>${facts.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    <p>${words.keep}</p>`;
}

const dayAndTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});
