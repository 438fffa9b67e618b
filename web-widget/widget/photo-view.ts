import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { paintPreview } from './photo-redraw.ts';
import { mostPhotos, type PhotoShown } from './photos.ts';
import type { View } from './view.ts';
import { zh } from './zh.ts';

/** Beside the composer: a button that opens the camera or the album, as the telephone likes. */
export function photoButtonView({ pieces: { photos }, words }: View): TemplateResult {
  const isFull = photos.waiting.length >= mostPhotos;
  const open = (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    if (!isFull) (button.nextElementSibling as HTMLInputElement).click();
  };
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    void photos.choose([...(input.files ?? [])]);
    input.value = ''; // The same file may be chosen again after it was removed.
  };
  return html`
    <button type="button" class="option photo" aria-disabled=${isFull} @click=${open}>${words.photo.add}</button>
    <input type="file" accept="image/*" multiple hidden @change=${chosen} />
  `;
}

/** The photographs that go with the next complaint. */
export function photoStripView(view: View): TemplateResult | typeof nothing {
  const { pieces, words } = view;
  const { waiting } = pieces.photos;
  if (waiting.length === 0) return nothing;
  return html`
    <div class="photos" role="group" aria-label=${words.photo.group}>
      <p class="small">${words.photo.goesAlong}</p>
      <ul>
        ${waiting.map((photo, index) => html`<li>${photoView(photo, index + 1, view)}</li>`)}
      </ul>
      ${waiting.map((photo, index) => (photo.position ? placeView(photo, index + 1, view) : nothing))}
    </div>
  `;
}

function photoView({ key, picture, state, sent, problem }: PhotoShown, number: number, view: View): TemplateResult {
  const { words, pieces } = view;
  const name = words.photo.name(number);
  return html`
    ${picture ? html`<canvas role="img" aria-label=${name} ${ref((canvas) => paint(canvas, picture))}></canvas>` : nothing}
    ${state === 'sending' ? html`<progress aria-label=${words.photo.sending(number)} max="1" .value=${sent}></progress>` : nothing}
    ${
      state === 'failed'
        ? html`<p class="small" role="alert">${problem ?? words.photo.unreachable}</p>
            ${picture ? html`<button class="option" @click=${() => pieces.photos.retry(key)}>${words.retry}<span class="unseen"> ${name}</span></button>` : nothing}`
        : nothing
    }
    <button class="option" @click=${() => void pieces.photos.remove(key)}>${words.photo.remove}<span class="unseen"> ${name}</span></button>
  `;
}

const painted = new WeakMap<Element, Blob>();

/** Once for each picture: every change of the window comes by here. */
function paint(canvas: Element | undefined, picture: Blob): void {
  if (!(canvas instanceof HTMLCanvasElement) || painted.get(canvas) === picture) return;
  painted.set(canvas, picture);
  void paintPreview(canvas, picture);
}

/** The place is offered, and goes into the words that the citizen sees and may change; nothing is sent of it otherwise. */
function placeView({ key, position }: PhotoShown, number: number, { words, pieces, local, act }: View): TemplateResult {
  const take = () => {
    // The complaint is read in Chinese, whatever the language of the window.
    if (position)
      act.write(`${local.draft}${zh.photo.place(position.latitude.toFixed(5), position.longitude.toFixed(5))}`);
    pieces.photos.placeAnswered(key);
  };
  return html`
    <div class="place" role="group" aria-label=${words.photo.placeOf(number)}>
      <p>${words.photo.placeQuestion}</p>
      <button class="option" @click=${take}>${words.photo.placeYes}</button>
      <button class="option" @click=${() => pieces.photos.placeAnswered(key)}>${words.photo.placeNo}</button>
    </div>
  `;
}

/** In a ticket's card. */
export function filedPhotosView(ticketNumber: string, { pieces, words }: View): TemplateResult | typeof nothing {
  const count = pieces.photos.filedWith(ticketNumber);
  return count > 0 ? html`<p>${words.photo.filed(count)}</p>` : nothing;
}
