import { html, nothing, type TemplateResult } from 'lit';
import type { StoredMessage } from '../../channels/socket/protocol.ts';
import { repliesOwed } from './conversation.ts';
import { matterButtonsView } from './matter-buttons-view.ts';
import { photoButtonView, photoStripView } from './photo-view.ts';
import { optionsOf, type PlainPage, spokenPage, toPages, turnPage } from './plain-pages.ts';
import { ratingView } from './rating-view.ts';
import type { AnswerReply, Sentence } from './reply-types.ts';
import { missingView, singleView } from './reply-view.ts';
import { listeningView, readingView } from './speech-view.ts';
import { unsentView } from './unsent-view.ts';
import type { View } from './view.ts';

/** The plain mode: one screen with one thing on it, and what can be done with it in large buttons. */
export function plainView(view: View): TemplateResult {
  const { state, local } = view;
  const refused = state.unsent.find(({ refused }) => refused);
  if (local.composing) return composeView(view);
  if (refused) return screen(view, html`<ul class="refusals">${unsentView(refused, view)}</ul>`, nothing);
  const desk = state.messages.filter(({ role }) => role === 'desk');
  const shown = desk.find(({ id }) => id === local.place?.messageId);
  if (shown) return pageView(shown, desk, view);
  if (state.unsent.length > 0 || repliesOwed(state.messages) > 0) return waitingView(view);
  const newest = desk.at(-1);
  return newest ? pageView(newest, desk, view) : startView(view);
}

/** One screen; its heading takes the focus when the screen changes, so that it is read out and nothing is skipped. */
function screen({ words }: View, body: unknown, buttons: unknown): TemplateResult {
  return html`
    <div class="screen" tabindex="0" role="region" aria-label=${words.conversation}>${body}</div>
    ${buttons}
  `;
}

function startView(view: View): TemplateResult {
  const { words, act } = view;
  const body = html`
    <h3 tabindex="-1">${words.plain.whatToDo}</h3>
    <p>${words.plain.whatToDoHint}</p>
    <div class="choices">
      <button class="main" @click=${() => act.compose(true)}>${words.plain.myself}</button>
      ${words.starters.map(({ label, send }) => html`<button class="option" @click=${() => act.send(send)}>${label}</button>`)}
    </div>
  `;
  return screen(view, body, nothing);
}

function composeView(view: View): TemplateResult {
  const { words, act, local } = view;
  const send = (event: Event) => {
    event.preventDefault();
    view.pieces.voice.stop();
    if (local.draft.trim()) act.send(local.draft.trim());
  };
  const body = html`
    <form class="plain-composer" @submit=${send}>
      <label for="plain-question">${words.plain.compose}</label>
      <textarea id="plain-question" rows="3" maxlength="15000" .value=${local.draft} @input=${(event: Event) =>
        act.write((event.target as HTMLTextAreaElement).value)}></textarea>
      ${listeningView(view)} ${photoStripView(view)} ${photoButtonView(view)}
      <button class="main" type="submit" aria-disabled=${!local.draft.trim()}>${words.plain.sendIt}</button>
      <button class="option" type="button" @click=${() => act.compose(false)}>${words.plain.back}</button>
    </form>
  `;
  return screen(view, body, nothing);
}

function waitingView(view: View): TemplateResult {
  const { state, words, local, act } = view;
  const asked = state.unsent.at(-1)?.text ?? state.messages.filter(({ role }) => role === 'citizen').at(-1)?.text ?? '';
  const body = html`
    <h3 tabindex="-1">${words.plain.waiting}</h3>
    <p>${words.plain.yourQuestion}：<span lang="zh-CN">${asked}</span></p>
    ${state.unsent.length > 0 && state.link !== 'online' ? html`<p>${words.unsent}</p>` : nothing}
    ${local.slow ? html`<p>${words.slow}</p><button class="option" @click=${act.refresh}>${words.fetchAgain}</button>` : nothing}
  `;
  return screen(view, body, nothing);
}

function pageView(message: StoredMessage, desk: readonly StoredMessage[], view: View): TemplateResult {
  const { words, local } = view;
  const pages = toPages(message);
  const index = local.place?.messageId === message.id ? Math.min(local.place.page, pages.length - 1) : 0;
  const page = pages[index] ?? pages[0]!;
  const newest = message === desk.at(-1);
  const body = html`
    <div class="where">
      <p class="small">${words.plain.page(index + 1, pages.length)}</p>
    ${readingView(spokenPage(page, message, words), page.kind === 'next' ? words.reading.playAll : words.reading.play, view)}
    </div>
${page.kind === 'next' ? nextView(message, newest, view) : html`<div lang="zh-CN">${contentView(page, view, newest)}</div>`}
  `;
  return screen(view, body, turningView({ messageId: message.id, page: index }, desk, view));
}

function turningView(
  place: { messageId: string; page: number },
  desk: readonly StoredMessage[],
  view: View,
): TemplateResult {
  const { words, act } = view;
  const button = (by: 1 | -1, label: string, looks: string) => {
    const target = turnPage(desk, place, by);
    return html`<button class=${looks} ?disabled=${target === null} @click=${() => act.turnTo(target)}>${label}</button>`;
  };
  return html`<nav class="turning" aria-label=${words.conversation}>
    ${button(-1, words.plain.before, 'option')} ${button(1, words.plain.after, 'main')}
  </nav>`;
}

function contentView(page: Exclude<PlainPage, { kind: 'next' }>, view: View, tappable: boolean): TemplateResult {
  switch (page.kind) {
    case 'lines':
      return linesView(page.heading, page.sentences, page.reply, view);
    case 'missing':
      return missingView(page.items, view);
    case 'whole':
      return html`<h3 class="unseen" tabindex="-1">${view.words.desk}</h3>${singleView(page.reply, view, tappable)}`;
    case 'text':
      return html`<h3 class="unseen" tabindex="-1">${view.words.desk}</h3><p class="text">${page.text}</p>`;
  }
}

/** The lines, and beneath them what they rest on as buttons: marks within lines are too small for this print. */
function linesView(
  heading: string | null,
  sentences: readonly Sentence[],
  reply: AnswerReply,
  view: View,
): TemplateResult {
  const { words, act } = view;
  const cited = [...new Set(sentences.flatMap(({ citations }) => citations))];
  return html`
    <h3 tabindex="-1" class=${heading === null ? 'unseen' : ''}>${heading ?? words.desk}</h3>
    ${sentences.map(({ text }) => html`<p class="line">${text}</p>`)}
    <div class="choices" lang=${words.locale}>
      ${cited.map((index) => {
        const citation = reply.citations[index];
        if (!citation) return nothing;
        const label = words.plain.basis(index + 1, citation.title);
        return html`<button class="option quiet-option" @click=${() => act.openSource(citation)}>${label}</button>`;
      })}
    </div>
  `;
}

function nextView(message: StoredMessage, newest: boolean, view: View): TemplateResult {
  const { words, act } = view;
  return html`
    <h3 tabindex="-1">${words.plain.next}</h3>
    <p>${words.plain.nextHint}</p>
    <div class="choices">
      ${
        newest
          ? optionsOf(message.reply).map(
              ({ label, send }) =>
                html`<button class="option" lang="zh-CN" @click=${() => act.send(send)}>${label}</button>`,
            )
          : nothing
      }
      ${message.reply ? matterButtonsView(message.reply, view) : nothing}
      <button class="main" @click=${() => act.compose(true)}>${words.plain.askMore}</button>
      <button class="option" @click=${act.openPerson}>${words.plain.person}</button>
    </div>
    ${message.reply ? ratingView(message.id, view) : nothing}
  `;
}
