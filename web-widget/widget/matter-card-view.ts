import { html, nothing, type TemplateResult } from 'lit';
import type { MatterLine, MatterShown } from '../../channels/http/matter-types.ts';
import { copyLabel } from './copy-label.ts';
import { closeDialog, closeOnBackdrop } from './dialogs.ts';
import { cardAsText } from './matter-card-as-text.ts';
import { applies, type Notes, type OpenedCard, progressOf } from './matter-cards.ts';
import { printCard } from './print-card.ts';
import { saveCard, shareCard } from './take-away.ts';
import type { View } from './view.ts';

/** The card of a matter over the conversation: a list to tick, and everything to take home. */
export function matterCardView(view: View): TemplateResult {
  const { pieces, words } = view;
  const { opened } = pieces.matters;
  return html`
    <dialog class="card" aria-labelledby="card-title" @close=${pieces.matters.close} @click=${closeOnBackdrop}>
      ${
        opened
          ? html`<div class="sheet">
              <header>
                <h2 id="card-title" lang="zh-CN">${titleOf(opened, view)}</h2>
                <button @click=${closeDialog}>${words.passage.close}</button>
              </header>
              ${contentView(opened, view)}
            </div>`
          : nothing
      }
    </dialog>
  `;
}

const titleOf = ({ card }: OpenedCard, { words }: View) => (typeof card === 'object' ? card.title : words.card.name);

function contentView({ card, notes }: OpenedCard, view: View): TemplateResult {
  const { words } = view;
  if (card === 'loading') return html`<p class="notice">${words.card.loading}</p>`;
  if (card === 'failed') return html`<p class="notice" role="alert">${words.card.failed}</p>`;
  return html`
    <div class="document card-body" tabindex="0" role="region" aria-label=${words.card.name}>
      ${card.newerVersion ? html`<p class="notice">${words.card.newer(card.newerVersion)}</p>` : nothing}
      <p lang="zh-CN">${card.summary}</p>
      ${situationView(card, notes, view)} ${checklistView(card, notes, view)}
      ${linesView(words.card.steps, card.steps, notes, view)} ${linesView(words.card.limits, card.limits, notes, view)}
      ${linesView(words.card.fees, card.fees, notes, view)} ${linesView(words.card.places, card.places, notes, view)}
      <p class="small">${words.card.origin(card.version)}</p>
    </div>
    ${buttonsView(card, notes, view)}
  `;
}

function situationView(
  { questions }: MatterShown,
  { situation }: Notes,
  { words, pieces }: View,
): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing;
  return html`
    <details class="situation">
      <summary>${words.card.situationChosen(Object.keys(situation).length)}</summary>
      <p class="small">${words.card.situationHint}</p>
      ${questions.map(
        ({ id, ask, options }) => html`
          <div role="group" aria-label=${ask} lang="zh-CN">
            <p>${ask}</p>
            <div class="options">
              ${options.map(
                (option) =>
                  html`<button class="option" aria-pressed=${situation[id] === option.id} @click=${() =>
                    pieces.matters.choose(id, option.id)}>${option.label}</button>`,
              )}
            </div>
            ${options.map(({ id: option, effect }) => (effect && situation[id] === option ? html`<p class="small">${effect}</p>` : nothing))}
          </div>
        `,
      )}
    </details>
  `;
}

function checklistView(card: MatterShown, notes: Notes, { words, pieces }: View): TemplateResult | typeof nothing {
  const lines = card.materials.filter((line) => applies(line, notes));
  if (lines.length === 0) return nothing;
  const { ticked, of } = progressOf(card, notes);
  return html`
    <section>
      <h3>${words.card.materials}</h3>
      <p class="small">${words.card.ticked(ticked, of)}</p>
      <ul class="checklist">
        ${lines.map(
          ({ text, uncertain }) => html`
            <li>
              <label lang="zh-CN">
                <input type="checkbox" .checked=${notes.ticked.includes(text)} @change=${() => pieces.matters.tick(text)} />
                <span>${text}${uncertain ? html`<span class="small"> ${words.card.uncertain}</span>` : nothing}</span>
              </label>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

function linesView(
  title: string,
  all: readonly MatterLine[],
  notes: Notes,
  { words }: View,
): TemplateResult | typeof nothing {
  const lines = all.filter((line) => applies(line, notes));
  if (lines.length === 0) return nothing;
  const items = lines.map(
    ({ text, uncertain }) =>
      html`<li lang="zh-CN">${text}${uncertain ? html`<span class="small"> ${words.card.uncertain}</span>` : nothing}</li>`,
  );
  return html`<section><h3>${title}</h3><ul class="lines">${items}</ul></section>`;
}

function buttonsView(card: MatterShown, notes: Notes, { words, act, local }: View): TemplateResult {
  const text = () => cardAsText(card, notes, words);
  const share = async () => {
    if (!(await shareCard(card.title, text()))) act.copy({ text: text(), name: words.card.name, key: 'card' });
  };
  return html`
    <div class="buttons">
      <button class="option" @click=${(event: Event) => printCard(event.currentTarget as Element, card, notes, words)}>${words.card.print}</button>
      <button class="option" @click=${() => saveCard(card, notes, words, 'html')}>${words.card.savePage}</button>
      <button class="option" @click=${() => saveCard(card, notes, words, 'txt')}>${words.card.saveText}</button>
      <button class="option" @click=${() => void share()}>${copyLabel(local, 'card', words, words.card.share)}</button>
    </div>
  `;
}
