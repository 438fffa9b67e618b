import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './view.ts';

/** Whose window this is, and the way out of it: to a person, to the plain mode, to another conversation. */
export function headerView({ state, local, words, act }: View): TemplateResult {
  const talked = state.messages.length > 0;
  const mode = local.plain ? words.plain.turnOff : words.plain.turnOn;
  return html`
    <header>
      <span class="seal" aria-hidden="true">渝</span>
      <h2>${local.heading}</h2>
      <div class="tools" role="group" aria-label=${words.tools}>
        <button class="tool" @click=${act.togglePlain}>${mode}</button>
        <button class="tool" aria-haspopup="dialog" @click=${act.openPerson}>${words.handOver.button}</button>
        ${
          local.plain
            ? nothing
            : html`<button class="tool" aria-pressed=${local.large} @click=${act.toggleLarge}>${words.largeText}</button>`
        }
        ${talked ? html`<button class="tool" @click=${act.startAnew}>${words.newConversation}</button>` : nothing}
        ${local.inline ? nothing : html`<button class="tool" @click=${act.minimise}>${words.closeChat}</button>`}
      </div>
    </header>
  `;
}
