import { html, type TemplateResult } from 'lit';
import type { Unsent } from './outbox.ts';
import type { View } from './view.ts';

/** A message on its way, or one that the desk would not take. */
export function unsentView(message: Unsent, { words, act }: View): TemplateResult {
  const { clientMessageId, text, refused } = message;
  return html`
    <li class="citizen unsent">
      <span class="unseen">${words.you}</span>
      <p lang="zh-CN">${text}</p>
      ${
        refused
          ? html`<div class="refused">
              <span>${words.refused}：${refused.message}</span>
              <button @click=${() => act.retry(clientMessageId)}>${words.retry}</button>
              <button @click=${() => act.edit(message)}>${words.edit}</button>
              <button @click=${() => act.discard(clientMessageId)}>${words.discard}</button>
            </div>`
          : html`<span class="small">${words.unsent}</span>`
      }
    </li>
  `;
}
