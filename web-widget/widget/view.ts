import { html, nothing, type TemplateResult } from 'lit';
import { composerView, footerView } from './composer-view.ts';
import type { Rating } from './connection.ts';
import { type ConversationState, repliesOwed } from './conversation.ts';
import { handOverView } from './hand-over-view.ts';
import { headerView } from './header-view.ts';
import { matterCardView } from './matter-card-view.ts';
import type { MatterKey } from './matter-cards.ts';
import { deskMessageView } from './message-view.ts';
import { noticeText } from './notice-text.ts';
import type { Unsent } from './outbox.ts';
import { type PassageShown, passageView } from './passage-view.ts';
import { personStripView } from './person-strip-view.ts';
import { photoStripView } from './photo-view.ts';
import type { Pieces } from './pieces.ts';
import type { PlainPlace } from './plain-pages.ts';
import { plainView } from './plain-view.ts';
import type { Citation } from './reply-types.ts';
import { unsentView } from './unsent-view.ts';
import type { Words } from './zh.ts';

/** What the element remembers beside the conversation; lost with the page, but for `large`, `plain` and `draft`. */
export interface Local {
  heading: string;
  /** Where the desk is; pages of other origins link to its own. */
  server: string;
  inline: boolean;
  large: boolean;
  /** One thing at a time, in large print. */
  plain: boolean;
  /** In the plain mode: the page that is read, null for the newest reply's first; and whether something is being written. */
  place: PlainPlace | null;
  composing: boolean;
  draft: string;
  /** The reply has been owed for longer than people like to wait in silence. */
  slow: boolean;
  /** The message whose thumb-down asks for a reason. */
  askingWhy: string | null;
  /** The reason as far as it is typed. */
  reason: string;
  passage: PassageShown | null;
  /** The way to a person lies over the conversation. */
  handingOver: boolean;
  /** What screen readers are told next, and what they are told at once. */
  announcement: string;
  alarm: string;
  /** What was copied last, by its key, and whether the browser let us. */
  copied: { key: string; worked: boolean } | null;
}

/** Something to put on the clipboard: `name` is what people call it, `key` tells its button from the others. */
export interface Copy {
  text: string;
  name: string;
  key: string;
}

export interface Actions {
  send(text: string): void;
  write(draft: string): void;
  retry(clientMessageId: string): void;
  /** Takes a refused message back into the composer. */
  edit(message: Unsent): void;
  discard(clientMessageId: string): void;
  rate(rating: Rating): void;
  askWhy(messageId: string | null): void;
  writeReason(reason: string): void;
  openSource(citation: Citation): void;
  closeSource(): void;
  copy(copy: Copy): void;
  openCard(key: MatterKey): void;
  openPerson(): void;
  closePerson(): void;
  refresh(): void;
  startAnew(): void;
  toggleLarge(): void;
  togglePlain(): void;
  turnTo(place: PlainPlace | null): void;
  compose(on: boolean): void;
  minimise(): void;
}

export interface View {
  state: ConversationState;
  local: Local;
  words: Words;
  act: Actions;
  pieces: Pieces;
}

/** The whole window: header, conversation, composer. All text is set as text; nothing here makes markup of it. */
export function windowView(view: View): TemplateResult {
  const { local, words, act, state } = view;
  const looks = ['window', local.large && 'large', local.plain && 'plain'].filter(Boolean).join(' ');
  const notice = noticeText(state, words);
  return html`
    <section class=${looks} aria-label=${local.heading} lang=${words.locale}>
      ${headerView(view)} ${notice ? html`<p class="notice">${notice}</p>` : nothing}
      ${local.plain ? plainView(view) : talkView(view)} ${local.plain ? personStripView(view) : nothing} ${footerView(view)}
      <p class="unseen" role="status">${local.announcement}</p>
      <p class="unseen" role="alert">${local.alarm}</p>
      ${passageView(local.passage, words, act)} ${matterCardView(view)} ${handOverView(view)}
    </section>
  `;
}

function talkView(view: View): TemplateResult {
  return html`
    <div class="log" tabindex="0" role="region" aria-label=${view.words.conversation}>${logView(view)}</div>
    ${photoStripView(view)} ${personStripView(view)} ${composerView(view)}
  `;
}

function logView(view: View): TemplateResult {
  const { state, words } = view;
  const empty = state.messages.length === 0 && state.unsent.length === 0;
  if (empty) return emptyView(view);
  const newest = state.messages.at(-1);
  return html`
    <ol>
      ${state.messages.map((message) =>
        message.role === 'citizen'
          ? html`<li class="citizen"><span class="unseen">${words.you}</span><p lang="zh-CN">${message.text}</p></li>`
          : deskMessageView(message, view, message === newest && state.unsent.length === 0),
      )}
      ${state.unsent.map((message) => unsentView(message, view))} ${underwayView(view)}
    </ol>
  `;
}

function emptyView({ words, act }: View): TemplateResult {
  return html`
    <div class="empty">
      <p class="greeting">${words.greeting}</p>
      <p>${words.introduction}</p>
      <h3>${words.startersTitle}</h3>
      <div class="starters">
        ${words.starters.map(({ label, send }) => html`<button class="option" @click=${() => act.send(send)}>${label}</button>`)}
      </div>
    </div>
  `;
}

function underwayView({ state, local, words, act }: View): TemplateResult | typeof nothing {
  if (repliesOwed(state.messages) === 0) return nothing;
  const { underway } = state;
  const doing = underway?.step ? words.steps[underway.step] : words.waiting;
  return html`
    <li class="desk underway">
      ${underway?.text ? html`<p class="writing" lang="zh-CN">${underway.text}</p>` : nothing}
      <div class="typing"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${doing}</div>
      ${
        local.slow
          ? html`<p class="small">${words.slow} <button @click=${act.refresh}>${words.fetchAgain}</button></p>`
          : nothing
      }
    </li>
  `;
}
