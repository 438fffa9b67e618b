import { html, nothing, type TemplateResult } from 'lit';
import type { StoredMessage } from '../../channels/socket/protocol.ts';
import { copyLabel } from './copy-label.ts';
import { copyWithOrigin } from './copy-with-origin.ts';
import { matterButtonsView } from './matter-buttons-view.ts';
import { ratingView } from './rating-view.ts';
import { replyAsText } from './reply-as-text.ts';
import type { Reply } from './reply-types.ts';
import { replyView } from './reply-view.ts';
import type { View } from './view.ts';

/** A message of the desk with its label and thumbs. Only the newest one's options can still be tapped. */
export function deskMessageView(message: StoredMessage, view: View, newest: boolean): TemplateResult {
  const { reply } = message;
  if (reply?.outcome === 'with_person') return deliveredView(message, view);
  const generated = reply !== null && isGenerated(reply);
  const by = reply?.outcome === 'person' ? reply.by : null;
  const onCopy = (event: ClipboardEvent) =>
    reply && (generated || by !== null) && copyWithOrigin(event, reply, view.words);
  return html`
    <li class="desk" data-message=${message.id}>
      <span class="unseen">${view.words.desk}</span>
      <div class="bubble" lang="zh-CN" @copy=${onCopy}>
        ${reply ? replyView(reply, view, newest) : html`<p>${message.text}</p>`}
        ${reply ? matterButtonsView(reply, view) : nothing}
      </div>
      ${generated ? underneathView(message, reply, view) : nothing}
      ${by !== null ? html`<div class="underneath"><span class="small">${view.words.person.label(by)}</span></div>` : nothing}
    </li>
  `;
}

const deliveredView = ({ id }: StoredMessage, { words }: View) =>
  html`<li class="delivered" data-message=${id}><span class="small">${words.person.delivered}</span></li>`;

// Fixed sentences of the desk and what a person says are nobody's generated answer, and nobody should be asked to rate an emergency.
const fixed = new Set<Reply['outcome']>([
  'emergency',
  'greeted',
  'failed',
  'handed_over',
  'refused',
  'person',
  'with_person',
]);
const isGenerated = ({ outcome }: Reply) => !fixed.has(outcome);

// A ticket's number and code have buttons of their own; a question back is nothing to take away.
const takenAway = new Set<Reply['outcome']>(['answered', 'partial', 'several', 'data']);

function underneathView(message: StoredMessage, reply: Reply, view: View): TemplateResult {
  const { words } = view;
  return html`
    <div class="underneath">
      <span class="small">${words.aiLabel}</span>
      ${takenAway.has(reply.outcome) ? copyView(message, reply, view) : nothing}
      ${reply.outcome === 'clarifying' ? nothing : ratingView(message.id, view)}
    </div>
  `;
}

function copyView({ id }: StoredMessage, reply: Reply, { words, local, act }: View): TemplateResult {
  const copy = () => act.copy({ text: replyAsText(reply, words), name: words.answer, key: id });
  return html`<button class="quiet" @click=${copy}>${copyLabel(local, id, words, words.copyAnswer)}</button>`;
}
