import { html, nothing, type TemplateResult } from 'lit';
import { copyLabel } from './copy-label.ts';
import { closeDialog, closeOnBackdrop } from './dialogs.ts';
import { conversationAsText } from './reply-as-text.ts';
import type { View } from './view.ts';

/** What the desk is sent; said in Chinese in either language, as the desk understands nothing else. */
const said = { person: '我要找人工', ticket: '我要反映一个问题' };

/** How to reach a person, and what really happens then: whether anybody is on duty here; the telephone is always answered. */
export function handOverView(view: View): TemplateResult {
  const { local, act } = view;
  return html`
    <dialog class="person" aria-labelledby="person-title" @close=${act.closePerson} @click=${closeOnBackdrop}>
      ${local.handingOver ? waysView(view) : nothing}
    </dialog>
  `;
}

/** A person in this conversation, where somebody is on duty. */
function hereView({ words: { handOver: names }, pieces: { handOver } }: View): TemplateResult | typeof nothing {
  const { shown, problem } = handOver;
  const ask = (event: Event) => {
    closeDialog(event);
    void handOver.ask();
  };
  if (shown === null) return html`<p role="status">${problem ?? names.looking}</p>`;
  if (shown.state === 'off') return nothing;
  if (shown.state === 'nobody') return html`<p role="status">${names.nobody}</p>`;
  if (shown.state !== 'none') return html`<p role="status">${names.already}</p>`;
  return html`
    <p role="status">${names.onDuty(shown.operatorsPresent)}</p>
    <button class="main" @click=${ask}>${names.ask}</button>
  `;
}

function waysView(view: View): TemplateResult {
  const { words, act, local, state } = view;
  const names = words.handOver;
  const send = (text: string) => (event: Event) => {
    closeDialog(event);
    act.send(text);
  };
  const copy = () =>
    act.copy({ text: conversationAsText(state.messages, words), name: names.transcript, key: 'conversation' });
  return html`
    <div class="sheet">
      <header>
        <h2 id="person-title">${names.title}</h2>
        <button @click=${closeDialog}>${words.passage.close}</button>
      </header>
      <p>${names.honest}</p>
      ${hereView(view)}
      <p>${names.call}</p>
      <p><a class="main" href="tel:${words.hotlineNumber}">${names.callNow}</a></p>
      ${
        state.messages.length > 0
          ? html`<button class="option" @click=${copy}>${copyLabel(local, 'conversation', words, names.takeAlong)}</button>`
          : nothing
      }
      <p>${names.file}</p>
      <button class="option" @click=${send(said.ticket)}>${names.fileNow}</button>
      <p>${names.record}</p>
      <button class="option" @click=${send(said.person)}>${names.recordNow}</button>
    </div>
  `;
}
