import { html, nothing, type TemplateResult } from 'lit';
import { copyLabel } from './copy-label.ts';
import { closeDialog, closeOnBackdrop } from './dialogs.ts';
import { conversationAsText } from './reply-as-text.ts';
import type { View } from './view.ts';

/** What the desk is sent; said in Chinese in either language, as the desk understands nothing else. */
const said = { person: '我要找人工', ticket: '我要反映一个问题' };

/** How to reach a person, and what really happens then: nobody is on line here, the telephone is answered by people. */
export function handOverView(view: View): TemplateResult {
  const { local, act } = view;
  return html`
    <dialog class="person" aria-labelledby="person-title" @close=${act.closePerson} @click=${closeOnBackdrop}>
      ${local.handingOver ? waysView(view) : nothing}
    </dialog>
  `;
}

function waysView({ words, act, local, state }: View): TemplateResult {
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
