import { html, nothing, type TemplateResult } from 'lit';
import { progressAddress } from '../progress/read-ticket.ts';
import { copyLabel } from './copy-label.ts';
import { toMoment } from './moments.ts';
import { filedPhotosView } from './photo-view.ts';
import type { TicketCard } from './reply-types.ts';
import { ticketProgressView } from './ticket-progress-view.ts';
import type { View } from './view.ts';
import type { Words } from './zh.ts';

/** A filed ticket: what opens it again, what it is, whose it is, and by when. */
export function ticketView(ticket: TicketCard, view: View): TemplateResult {
  const { words, local, pieces } = view;
  const { number, progressSecret } = ticket;
  const key = { number, secret: progressSecret };
  const progress = pieces.tickets.of[number];
  return html`
    <div class="ticket" role="group" aria-label=${words.ticket.card} lang=${words.locale}>
      <h3>${words.ticket.filed}</h3>
      <dl class="keys">
        ${keyView(words.ticket.number, number, view)} ${keyView(words.ticket.code, progressSecret, view)}
      </dl>
      <dl>
        ${toFields(ticket, words).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
      </dl>
      ${filedPhotosView(number, view)}
      ${progress ? ticketProgressView(progress, view) : nothing}
      <a class="option" href=${progressAddress(local.server, key, words.locale)} target="_blank" rel="noreferrer">${words.ticket.progressPage}</a>
      <button class="option" @click=${() => void pieces.tickets.look(key)}>${progress?.ticket ? words.ticket.refresh : words.ticket.progress}</button>
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
