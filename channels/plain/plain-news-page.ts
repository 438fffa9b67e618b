import type { MessageRow } from '../../assistant/index.ts';
import type { HandOverShown } from '../http/hand-over-types.ts';
import { markup } from './markup.ts';
import { page } from './plain-layout.ts';
import { messageOf } from './plain-page.ts';
import { isUnderWay, newsAddress, statusOf } from './plain-person.ts';
import type { PlainWords } from './plain-words.ts';

export type ShownBefore = Pick<HandOverShown, 'lastSequence' | 'state' | 'ahead'>;

interface PlainNews {
  words: PlainWords;
  /** What the page around the frame shows. */
  before: ShownBefore;
  person: HandOverShown;
  /** Everything after `before.lastSequence`. */
  messages: readonly MessageRow[];
  now: Date;
}

const lookEverySeconds = 5;

/** The frame beside the form: what a person said, and how it stands, since the page around it was made. */
export function newsPage({ words, before, person, messages, now }: PlainNews): string {
  const names = words.inChat;
  const time = clock.format(now);
  const isNew = messages.length > 0 || person.state !== before.state || person.ahead !== before.ahead;
  const status = isUnderWay(person) ? statusOf(person, names) : [names.over];
  const news = markup`
    <p role="status">${names.news(time)}${status.join('')}</p>
    ${messages.map((message) => messageOf(message, { words, progress: new Map() }, null))}
    <p><a class="call" href="${newsTarget(words, now)}" target="_top">${names.goOn}</a></p>`;
  return page(words, {
    framed: { title: names.frame },
    // What is over has nothing more to tell.
    refresh: isUnderWay(person) ? { everySeconds: lookEverySeconds, address: newsAddress(before, words) } : null,
    body: isNew ? news : markup`<p class="quiet">${names.looked(time)}</p>`,
  });
}

/** An address of its own each time: to the page's own with its fragment a browser would only scroll. */
const newsTarget = (words: PlainWords, now: Date) =>
  `/plain?${words.locale === 'en' ? 'lang=en&' : ''}at=${now.getTime()}#newest`;

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', timeStyle: 'medium' });
