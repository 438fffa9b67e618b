import { html, type TemplateResult } from 'lit';
import { photoButtonView } from './photo-view.ts';
import type { View } from './view.ts';

// Far above what the desk takes (which then says so); a frame too large for the socket would cut the connection.
const maxTypedCharacters = 15_000;

/** Where the citizen writes. Enter sends; Shift+Enter and an input method's Enter do not. */
export function composerView(view: View): TemplateResult {
  const { local, words, act } = view;
  const send = (event: Event) => {
    event.preventDefault();
    if (local.draft.trim()) act.send(local.draft.trim());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !isComposing(event)) send(event);
  };
  return html`
    <form class="composer" @submit=${send}>
      <textarea
        rows="2"
        maxlength=${maxTypedCharacters}
        enterkeyhint="send"
        aria-label=${words.question}
        placeholder=${words.placeholder}
        .value=${local.draft}
        @input=${(event: InputEvent) => act.write((event.target as HTMLTextAreaElement).value)}
        @keydown=${onKey}
      ></textarea>
      ${photoButtonView(view)}
      <button class="send" type="submit" aria-disabled=${!local.draft.trim()}>${words.send}</button>
    </form>
  `;
}

/** Beneath everything: who writes here, and the telephone. */
export function footerView({ words }: View): TemplateResult {
  return html`
    <footer>
      <span>${words.aiLabel}</span>
      <a href="tel:${words.hotlineNumber}">${words.hotline} ${words.hotlineNumber}</a>
    </footer>
  `;
}

/** Whether Enter only takes a suggestion of a Chinese input method. Safari ends composing first and tells by 229. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
