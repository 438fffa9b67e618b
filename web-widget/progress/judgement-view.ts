import { html, nothing, type TemplateResult } from 'lit';
import type { TicketProgress } from '../../channels/http/api-types.ts';
import { toMoment } from '../widget/moments.ts';
import type { ProgressActions, ProgressState } from './progress-view.ts';
import type { ProgressWords } from './progress-zh.ts';

type Item = TicketProgress['items'][number];

/** Items that the citizen has called solved are settled; the others can be judged. */
const isSettled = ({ state }: Item) => state === 'solved';

/** Each item with its three answers as large buttons to choose from, then one button that sends them all. */
export function judgementView(
  state: ProgressState,
  ticket: TicketProgress,
  words: ProgressWords,
  act: Pick<ProgressActions, 'write' | 'judge'>,
): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    act.judge();
  };
  return html`
    <section class="judgement" aria-label=${words.judge}>
      <h2>${words.judge}</h2>
      <p>${words.judgeHint}</p>
      ${ticket.answerDueAt ? html`<p class="quiet">${words.judgeBy(toMoment(ticket.answerDueAt, words.locale))}</p>` : nothing}
      <form @submit=${submit}>
        ${ticket.items.map((item) => itemView(item, state, words, act))}
        ${choices('satisfaction', words.satisfaction, words.satisfactions, state.satisfaction, (value) =>
          act.write({ satisfaction: value as ProgressState['satisfaction'] }),
        )}
        <label>${words.comment}
          <textarea rows="2" maxlength="500" .value=${state.comment} @input=${(event: Event) =>
            act.write({ comment: (event.target as HTMLTextAreaElement).value })}></textarea>
        </label>
        ${state.asked ? html`<p class="problem" role="alert">${words.chooseFirst}</p>` : nothing}
        <button class="main" ?disabled=${state.busy}>${state.busy ? words.sending : words.send}</button>
      </form>
    </section>
  `;
}

function itemView(
  item: Item,
  state: ProgressState,
  words: ProgressWords,
  act: Pick<ProgressActions, 'write'>,
): TemplateResult {
  const title = `${words.item(item.id)}：${item.text}`;
  const answer = item.answer ? html`<p class="said">${words.answer}：${item.answer}</p>` : nothing;
  if (isSettled(item)) return html`<p>${title} <strong class="state">${words.states[item.state]}</strong></p>${answer}`;
  return html`${choices(`item-${item.id}`, title, words.verdicts, state.verdicts[item.id] ?? null, (verdict) =>
    act.write({ verdicts: { ...state.verdicts, [item.id]: verdict as 'solved' | 'part' | 'not' }, asked: false }),
  )}${answer}`;
}

function choices(
  name: string,
  title: string,
  names: Record<string, string>,
  chosen: string | null,
  choose: (value: string) => void,
): TemplateResult {
  return html`
    <fieldset>
      <legend>${title}</legend>
      <div class="choices">
        ${Object.entries(names).map(
          ([value, label]) => html`
            <label class="choice">
              <input type="radio" name=${name} value=${value} .checked=${chosen === value} @change=${() => choose(value)} />
              <span>${label}</span>
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}
