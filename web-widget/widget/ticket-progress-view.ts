import { html, nothing, type TemplateResult } from 'lit';
import { judgementView } from '../progress/judgement-view.ts';
import { en as progressEnglish } from '../progress/progress-en.ts';
import type { ProgressState } from '../progress/progress-view.ts';
import { zh as progressChinese } from '../progress/progress-zh.ts';
import { toMoment } from './moments.ts';
import type { View } from './view.ts';

/** How far a ticket is, in its card; what the unit has answered can be judged here, item by item. */
export function ticketProgressView(state: ProgressState, view: View): TemplateResult {
  const { words } = view;
  const { ticket, busy, problem } = state;
  return html`
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
    ${!ticket && busy ? html`<p>${words.waiting}</p>` : nothing} ${ticket ? shownView(state, ticket, view) : nothing}
  `;
}

type Ticket = NonNullable<ProgressState['ticket']>;

function shownView(state: ProgressState, ticket: Ticket, view: View): TemplateResult {
  const { words, pieces } = view;
  const names = words.locale === progressChinese.locale ? progressChinese : progressEnglish;
  const act = {
    write: (fields: Partial<ProgressState>) => pieces.tickets.write(ticket.number, fields),
    judge: () => void pieces.tickets.judge(ticket.number),
  };
  return html`
    <div class="progress">
      <p>${words.ticket.status}：<strong>${words.statuses[ticket.status] ?? ticket.status}</strong></p>
      <p lang="zh-CN">${ticket.clockText}</p>
      ${ticket.reply ? html`<p>${names.reply}：<span class="said" lang="zh-CN">${ticket.reply.text}</span></p>` : nothing}
      ${state.told ? html`<p><strong>${names.thanks}</strong></p>` : nothing}
      ${ticket.mayJudge ? judgementView(state, ticket, names, act) : itemsView(ticket, view)}
      <ul>
        ${ticket.events.map(
          ({ kind, at }) => html`<li>${toMoment(at, words.locale)} ${words.eventKinds[kind] ?? kind}</li>`,
        )}
      </ul>
    </div>
  `;
}

function itemsView({ items }: Ticket, { words }: View): TemplateResult {
  return html`
    <ol class="asked">
      ${items.map(
        ({ text, state, answer }) => html`
          <li>
            <span lang="zh-CN">${text}</span>（${words.ticket.itemStates[state] ?? state}）
            ${answer ? html`<p class="said" lang="zh-CN">${answer}</p>` : nothing}
          </li>
        `,
      )}
    </ol>
  `;
}
