import { html, nothing, type TemplateResult } from 'lit';
import type { HandOverShown } from '../../channels/http/hand-over-types.ts';
import type { View } from './view.ts';

/** Above the composer while a person is waited for or there: how it truly stands, and the way out. */
export function personStripView(view: View): TemplateResult | typeof nothing {
  const { words, pieces } = view;
  const { handOver } = pieces;
  const { shown, gaveUp } = handOver;
  const names = words.person;
  if (shown?.state === 'waiting')
    return strip(
      view,
      waitingText(shown, view),
      button(names.giveUp, () => handOver.leave()),
    );
  if (shown?.state === 'joined')
    return strip(
      view,
      joinedText(shown, view),
      button(names.finish, () => handOver.leave()),
    );
  if (gaveUp)
    return strip(
      view,
      names.gaveUp,
      button(names.undo, () => handOver.ask()),
    );
  return nothing;
}

function strip({ words, pieces }: View, text: string, action: TemplateResult): TemplateResult {
  const { problem } = pieces.handOver;
  return html`
    <div class="person-strip" role="group" aria-label=${words.person.group}>
      <p role="status">${text}</p>
      ${problem ? html`<p class="small">${problem}</p>` : nothing} ${action}
    </div>
  `;
}

const button = (label: string, work: () => Promise<void>) =>
  html`<button class="option" @click=${() => void work()}>${label}</button>`;

function waitingText({ ahead, operatorsPresent }: HandOverShown, { words: { person } }: View): string {
  const duty = operatorsPresent > 0 ? person.onDuty(operatorsPresent) : person.allLeft;
  return [person.ahead(ahead ?? 0), duty, person.meanwhile].join(person.gap);
}

function joinedText({ operator, operatorPresent }: HandOverShown, { words: { person } }: View): string {
  const name = operator ?? '';
  return operatorPresent ? person.joined(name) : person.away(name);
}
