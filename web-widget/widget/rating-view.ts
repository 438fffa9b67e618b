import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './view.ts';

/** The longest reason that the desk takes. */
const longestReason = 200;

/** Thumbs under an answer. A thumb counts at once; what was wrong may follow, and all of it can be taken back. */
export function ratingView(messageId: string, view: View): TemplateResult {
  const { state, words, act, local } = view;
  const given = state.ratings[messageId];
  const bad = () => {
    act.rate({ messageId, good: false });
    act.askWhy(messageId);
  };
  return html`
    <div class="thumbs" role="group" aria-label=${words.rate}>
      <button aria-pressed=${given === true} @click=${() => act.rate({ messageId, good: true })}>${words.good}</button>
      <button aria-pressed=${given === false} @click=${bad}>${words.bad}</button>
      ${
        given === undefined
          ? nothing
          : html`<span class="small">${words.thanks}</span>
              <button @click=${() => act.rate({ messageId, good: null })}>${words.undo}</button>`
      }
    </div>
    ${local.askingWhy === messageId ? reasonsView(messageId, view) : nothing}
  `;
}

function reasonsView(messageId: string, { words, act, local }: View): TemplateResult {
  const say = (reason: string) => act.rate({ messageId, good: false, reason });
  const submit = (event: Event) => {
    event.preventDefault();
    if (local.reason.trim()) say(local.reason.trim());
  };
  return html`
    <form class="reasons" aria-label=${words.whyBad} @submit=${submit}>
      <span class="small">${words.whyBad}</span>
      ${Object.entries(words.badReasons).map(
        ([reason, label]) => html`<button class="option" type="button" @click=${() => say(reason)}>${label}</button>`,
      )}
      <input
        maxlength=${longestReason}
        autocomplete="off"
        aria-label=${words.badInWords}
        placeholder=${words.badInWords}
        .value=${local.reason}
        @input=${(event: Event) => act.writeReason((event.target as HTMLInputElement).value)}
      />
      <button class="option" aria-disabled=${!local.reason.trim()}>${words.sendReason}</button>
    </form>
  `;
}
