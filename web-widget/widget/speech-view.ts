import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './view.ts';
import type { VoiceInputState } from './voice-input.ts';
import type { Words } from './zh.ts';

/** Reads `text` aloud: play, pause, go on, stop, slower; or says plainly why it cannot. */
export function readingView(
  text: string,
  label: string,
  { pieces: { reader }, words: { reading } }: View,
): TemplateResult {
  const { reading: doing, slow, problem } = reader.state;
  if (problem === 'no_engine' || problem === 'no_voice') return html`<p class="small">${reading.problems[problem]}</p>`;
  const buttons =
    doing === 'idle'
      ? html`<button class="option" @click=${() => reader.play(text)}>${label}</button>`
      : html`
          ${
            doing === 'speaking'
              ? html`<button class="option" @click=${reader.pause}>${reading.pause}</button>`
              : html`<button class="option" @click=${reader.resume}>${reading.resume}</button>`
          }
          <button class="option" @click=${reader.stop}>${reading.stop}</button>
          <button class="option" aria-pressed=${slow} @click=${reader.toggleSlow}>${reading.slower}</button>
        `;
  return html`
    <div class="reading">
      ${buttons}
      ${problem ? html`<p class="small">${reading.problems[problem]}</p>` : nothing}
    </div>
  `;
}

/** Takes spoken words into the composer, where they can be checked before they are sent. */
export function listeningView({ pieces, words, act, local }: View): TemplateResult {
  const { listening, problem } = pieces.voice.state;
  if (problem === 'no_engine') return html`<p class="small">${words.voice.problems.no_engine}</p>`;
  const start = () => {
    // What was typed before stays in front of what is said.
    const before = local.draft;
    pieces.reader.stop();
    pieces.voice.start((heard) => act.write(before + heard));
  };
  return html`
    <div class="listening">
      ${
        listening
          ? html`<button class="option" @click=${pieces.voice.stop}>${words.voice.stop}</button>`
          : html`<button class="option" @click=${start}>${words.voice.start}</button>`
      }
      <p class="small">${hintOf(pieces.voice.state, local.draft, words)}</p>
    </div>
  `;
}

function hintOf({ listening, problem }: VoiceInputState, draft: string, { voice }: Words): string {
  if (listening) return voice.listening;
  if (problem) return voice.problems[problem];
  return draft ? voice.check : voice.privacy;
}
