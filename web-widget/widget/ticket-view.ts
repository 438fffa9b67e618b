import { html, nothing, type TemplateResult } from 'lit';
import { progressAddress } from '../progress/read-ticket.ts';
import { copyLabel } from './copy-label.ts';
import { toMoment } from './moments.ts';
import type { ProgressShown, TicketCard } from './reply-types.ts';
import type { View } from './view.ts';
import type { Words } from './zh.ts';

/** A filed ticket: what opens it again, what it is, whose it is, and by when. */
export function ticketView(ticket: TicketCard, view: View): TemplateResult {
  const { words, local, act } = view;
  const { number, progressSecret } = ticket;
  const progress = local.progress[number];
  return html`
    <div class="ticket" role="group" aria-label=${words.ticket.card} lang=${words.locale}>
      <h3>${words.ticket.filed}</h3>
      <dl class="keys">
        ${keyView(words.ticket.number, number, view)} ${keyView(words.ticket.code, progressSecret, view)}
      </dl>
      <dl>
        ${toFields(ticket, words).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
      </dl>
      ${progress ? progressView(progress, words) : nothing}
      <a class="option" href=${progressAddress(local.server, { number, secret: progressSecret }, words.locale)} target="_blank" rel="noreferrer">${words.ticket.progressPage}</a>
      <button class="option" @click=${() => act.showProgress(ticket)}>${words.ticket.progress}</button>
      <p class="small">${words.ticket.keep}</p>
    </div>
  `;
}

/** One of the two that must not be lost, with a button that copies it. */
function keyView(name: string, value: string, { words, local, act }: View): TemplateResult {
  return html`
    <div>
      <dt>${name}</dt>
      <dd>
        <span class="key">${value}</span>
        <button class="option" @click=${() => act.copy({ text: value, name, key: value })}>
          ${copyLabel(local, value, words, words.copy)}<span class="unseen"> ${name}</span>
        </button>
      </dd>
    </div>
  `;
}

function toFields(ticket: TicketCard, words: Words): [string, string][] {
  const { category, place, owner, purpose, urgency } = ticket;
  const at = (iso: string) => toMoment(iso, words.locale);
  const names = words.ticket;
  return [
    [names.purpose, words.purposes[purpose] ?? purpose],
    [names.category, `${category.group} › ${category.name}`],
    [names.place, toPlace(place) || names.placeUnknown],
    [names.owner, owner],
    [names.urgency, words.urgencies[urgency] ?? urgency],
    [names.filedAt, at(ticket.filedAt)],
    [names.firstResponseDueAt, at(ticket.firstResponseDueAt)],
    [names.dueAt, at(ticket.dueAt)],
  ];
}

/** The recognised parts, or the citizen's own words when none was; a note on old names goes along. */
function toPlace({ text, district, street, detail, note }: TicketCard['place']): string {
  const place = [district, street, detail].filter(Boolean).join(' ') || text || '';
  return note ? `${place}（${note}）` : place;
}

function progressView(progress: ProgressShown, words: Words): TemplateResult {
  if (progress === 'loading') return html`<p role="status">${words.waiting}</p>`;
  if (progress === 'failed') return html`<p role="alert">${words.ticket.progressFailed}</p>`;
  return html`
    <div class="progress" role="status">
      <p>${words.ticket.status}：<strong>${words.statuses[progress.status] ?? progress.status}</strong></p>
      <p lang="zh-CN">${progress.clockText}</p>
      <ol class="asked">
        ${progress.items.map(({ text, state }) => html`<li>${text}（${words.ticket.itemStates[state] ?? state}）</li>`)}
      </ol>
      ${progress.mayJudge ? html`<p><strong>${words.ticket.mayJudge}</strong></p>` : nothing}
      <ul>
        ${progress.events.map(
          ({ kind, at }) => html`<li>${toMoment(at, words.locale)} ${words.eventKinds[kind] ?? kind}</li>`,
        )}
      </ul>
    </div>
  `;
}
