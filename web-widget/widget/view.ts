import { html, nothing, type TemplateResult } from 'lit';
import { composerView } from './composer-view.ts';
import type { Rating } from './connection.ts';
import { type ConversationState, conversationUnknown, repliesOwed } from './conversation.ts';
import { deskMessageView } from './message-view.ts';
import type { Unsent } from './outbox.ts';
import { type PassageShown, passageView } from './passage-view.ts';
import type { Citation, ProgressShown, TicketCard } from './reply-types.ts';
import type { Words } from './zh.ts';

/** What the element remembers beside the conversation; lost with the page, but for `large` and `draft`. */
export interface Local {
  heading: string;
  /** Where the desk is; pages of other origins link to its own. */
  server: string;
  inline: boolean;
  large: boolean;
  draft: string;
  /** The reply has been owed for longer than people like to wait in silence. */
  slow: boolean;
  /** The message whose thumb-down asks for a reason. */
  askingWhy: string | null;
  passage: PassageShown | null;
  /** Ticket number → what is known of its progress. */
  progress: Readonly<Record<string, ProgressShown>>;
  /** The last reply in words, for screen readers. */
  announcement: string;
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
  openSource(citation: Citation): void;
  closeSource(): void;
  copy(copy: Copy): void;
  showProgress(ticket: TicketCard): void;
  refresh(): void;
  startAnew(): void;
  toggleLarge(): void;
  minimise(): void;
}

export interface View {
  state: ConversationState;
  local: Local;
  words: Words;
  act: Actions;
}

/** The whole window: header, conversation, composer. All text is set as text; nothing here makes markup of it. */
export function windowView(view: View): TemplateResult {
  const { local, words } = view;
  return html`
    <section class=${local.large ? 'window large' : 'window'} aria-label=${local.heading} lang=${words.locale}>
      ${headerView(view)} ${noticeView(view)}
      <div class="log" tabindex="0" role="region" aria-label=${words.conversation}>${logView(view)}</div>
      <p class="unseen" role="status">${local.announcement}</p>
      ${composerView(view)} ${passageView(local.passage, words, view.act)}
    </section>
  `;
}

function headerView({ state, local, words, act }: View): TemplateResult {
  const talked = state.messages.length > 0;
  return html`
    <header>
      <span class="seal" aria-hidden="true">渝</span>
      <h2>${local.heading}</h2>
      ${talked ? html`<button class="plain" @click=${act.startAnew}>${words.newConversation}</button>` : nothing}
      <button class="plain" aria-pressed=${local.large} @click=${act.toggleLarge}>${words.largeText}</button>
      ${local.inline ? nothing : html`<button class="plain" @click=${act.minimise}>${words.closeChat}</button>`}
    </header>
  `;
}

function noticeView({ state, words }: View): TemplateResult | typeof nothing {
  if (state.link === 'offline') return html`<p class="notice" role="status">${words.offline}</p>`;
  if (!state.problem) return nothing;
  const text = state.problem.code === conversationUnknown ? words.expired : state.problem.message;
  return html`<p class="notice" role="status">${text}</p>`;
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

function unsentView(message: Unsent, { words, act }: View): TemplateResult {
  const { clientMessageId, text, refused } = message;
  return html`
    <li class="citizen unsent">
      <span class="unseen">${words.you}</span>
      <p lang="zh-CN">${text}</p>
      ${
        refused
          ? html`<div class="refused" role="alert">
              <span>${words.refused}：${refused.message}</span>
              <button class="plain" @click=${() => act.retry(clientMessageId)}>${words.retry}</button>
              <button class="plain" @click=${() => act.edit(message)}>${words.edit}</button>
              <button class="plain" @click=${() => act.discard(clientMessageId)}>${words.discard}</button>
            </div>`
          : html`<span class="small">${words.unsent}</span>`
      }
    </li>
  `;
}

function underwayView({ state, local, words, act }: View): TemplateResult | typeof nothing {
  if (repliesOwed(state.messages) === 0) return nothing;
  const { underway } = state;
  const doing = underway?.step ? words.steps[underway.step] : words.waiting;
  return html`
    <li class="desk underway">
      ${underway?.text ? html`<p class="writing" lang="zh-CN">${underway.text}</p>` : nothing}
      <div class="typing" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${doing}</div>
      ${
        local.slow
          ? html`<p class="small">${words.slow} <button class="plain" @click=${act.refresh}>${words.fetchAgain}</button></p>`
          : nothing
      }
    </li>
  `;
}
