import { html, nothing, type TemplateResult } from 'lit';
import type { TicketProgress } from '../../channels/http/api-types.ts';
import { en } from '../widget/en.ts';
import { toMoment } from '../widget/moments.ts';
import { zh } from '../widget/zh.ts';
import { judgementView } from './judgement-view.ts';
import type { ProgressWords } from './progress-zh.ts';
import type { Judgement, TicketKey } from './read-ticket.ts';

export interface ProgressState {
  key: TicketKey;
  ticket: TicketProgress | null;
  busy: boolean;
  /** What went wrong, in words for the reporter. */
  problem: string | null;
  large: boolean;
  verdicts: Record<number, Judgement['verdicts'][number]['verdict']>;
  satisfaction: Judgement['satisfaction'];
  comment: string;
  /** The judgement has just been received. */
  told: boolean;
  /** Somebody sent a judgement without a word on any item. */
  asked: boolean;
  /** Addresses of what the reporter sent along, small. */
  photographs: readonly string[];
}

export interface ProgressActions {
  write(fields: Partial<ProgressState>): void;
  look(): void;
  judge(): void;
  another(): void;
}

/** The form, or the ticket that it opened. All text is set as text. */
export function progressView(state: ProgressState, words: ProgressWords, act: ProgressActions): TemplateResult {
  return html`
    <div class=${state.large ? 'sheet large' : 'sheet'} lang=${words.locale}>
      <div class="head">
        <h1>${words.title}</h1>
        <button aria-pressed=${state.large} @click=${() => act.write({ large: !state.large })}>${words.large}</button>
      </div>
      ${state.ticket ? ticketView(state, state.ticket, words, act) : formView(state, words, act)}
      <p class="quiet">${words.call}</p>
    </div>
  `;
}

function formView({ key, busy, problem }: ProgressState, words: ProgressWords, act: ProgressActions): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    act.look();
  };
  const write = (name: keyof TicketKey) => (event: Event) =>
    act.write({ key: { ...key, [name]: (event.target as HTMLInputElement).value.trim() } });
  return html`
    <p>${words.intro}</p>
    <form @submit=${submit}>
      <label>${words.number} <span class="quiet">${words.numberHint}</span>
        <input required maxlength="32" autocomplete="off" .value=${key.number} @input=${write('number')} />
      </label>
      <label>${words.secret} <span class="quiet">${words.secretHint}</span>
        <input required maxlength="100" autocomplete="off" autocapitalize="off" spellcheck="false" .value=${key.secret} @input=${write('secret')} />
      </label>
      <button class="main" ?disabled=${busy}>${busy ? words.looking : words.look}</button>
    </form>
    ${problemView(problem, words)}
  `;
}

const problemView = (problem: string | null, words: ProgressWords) =>
  problem ? html`<p class="problem" role="alert"><strong>${words.failed}</strong>　${problem}</p>` : nothing;

function ticketView(
  state: ProgressState,
  ticket: TicketProgress,
  words: ProgressWords,
  act: ProgressActions,
): TemplateResult {
  const known = words.locale === zh.locale ? zh : en;
  const facts: [string, string][] = [
    [words.owner, ticket.owner],
    [words.category, ticket.category],
    [words.filedAt, toMoment(ticket.filedAt, words.locale)],
    [words.dueAt, toMoment(ticket.dueAt, words.locale)],
  ];
  return html`
    <section aria-labelledby="status">
      <p class="quiet">${ticket.number}</p>
      <h2 id="status">${words.status}：${known.statuses[ticket.status] ?? ticket.status}</h2>
      <p class="clock" lang="zh-CN">${ticket.clockText}</p>
      ${ticket.mergedInto ? html`<p>${words.merged(ticket.mergedInto)}</p>` : nothing}
      <dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    </section>
    <p role="status" class=${state.told ? 'told' : ''}>${state.told ? words.thanks : ''}</p>
    ${problemView(state.problem, words)}
    ${replyView(ticket, words)} ${ticket.mayJudge ? judgementView(state, ticket, words, act) : itemsView(ticket, words)}
    ${photographsView(state.photographs, words)}
    <section aria-labelledby="steps">
      <h2 id="steps">${words.steps}</h2>
      <ol class="steps">
        ${ticket.events.map(
          ({ kind, at }) => html`<li>${toMoment(at, words.locale)}<br />${known.eventKinds[kind] ?? kind}</li>`,
        )}
      </ol>
    </section>
    <p class="buttons">
      <button ?disabled=${state.busy} @click=${act.look}>${words.refresh}</button>
      <button @click=${act.another}>${words.another}</button>
    </p>
  `;
}

function replyView({ reply }: TicketProgress, words: ProgressWords): TemplateResult | typeof nothing {
  if (!reply) return nothing;
  return html`
    <section aria-labelledby="reply">
      <h2 id="reply">${words.reply}</h2>
      <p class="quiet">${toMoment(reply.at, words.locale)}</p>
      <p class="said">${reply.text}</p>
    </section>
  `;
}

function photographsView(addresses: readonly string[], words: ProgressWords): TemplateResult | typeof nothing {
  if (addresses.length === 0) return nothing;
  return html`
    <section aria-labelledby="photographs">
      <h2 id="photographs">${words.photographs}</h2>
      <ul class="photographs">
        ${addresses.map((address, index) => html`<li><img src=${address} alt=${words.photograph(index + 1)} /></li>`)}
      </ul>
    </section>
  `;
}

function itemsView({ items }: TicketProgress, words: ProgressWords): TemplateResult {
  return html`
    <section aria-labelledby="items">
      <h2 id="items">${words.items}</h2>
      <ol class="items">
        ${items.map(
          ({ text, state, answer }) => html`
            <li>
              ${text} <strong class="state">${words.states[state] ?? state}</strong>
              ${answer ? html`<p class="said">${words.answer}：${answer}</p>` : nothing}
            </li>
          `,
        )}
      </ol>
    </section>
  `;
}
