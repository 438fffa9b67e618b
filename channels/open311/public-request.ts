import { z } from 'zod';
import { maskPersonalData, type TicketEvent } from '../../assistant/index.ts';
import type { Open311Ticket, Open311Update } from './open311-tickets.ts';

const moment = z.iso.datetime();

/** A service request as anybody may read it; fields and their order as in GeoReport v2. */
export const PublicRequest = z.object({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: z.string().nullable(),
  service_name: z.string(),
  service_code: z.string(),
  description: z.string().nullable(),
  agency_responsible: z.string().nullable(),
  service_notice: z.string().nullable(),
  requested_datetime: moment,
  updated_datetime: moment,
  expected_datetime: moment.nullable(),
  address: z.string().nullable(),
  address_id: z.null(),
  zipcode: z.null(),
  lat: z.number().nullable(),
  long: z.number().nullable(),
  media_url: z.null(),
});
export type PublicRequest = z.infer<typeof PublicRequest>;

/** Behind the citizen's own words stands, for who handles it and nobody else, what the form added: first the exact place. */
const added = /（(?:地点|坐标)：/u;

/** The specification's limit of a description. */
const longestDescription = 4000;

export function toPublicRequest(ticket: Open311Ticket): PublicRequest {
  const { status, filed_at, due_at, district, street } = ticket;
  return {
    service_request_id: ticket.number,
    status: isClosed(status) ? 'closed' : 'open',
    status_notes: notesOf(ticket),
    service_name: ticket.category_name,
    service_code: ticket.category_code,
    description: descriptionOf(ticket),
    agency_responsible: ticket.owner_unit,
    service_notice: null,
    requested_datetime: filed_at.toISOString(),
    updated_datetime: (ticket.closed_at ?? ticket.updated_at ?? filed_at).toISOString(),
    expected_datetime: isClosed(status) ? null : due_at.toISOString(),
    // No house numbers: a street is enough to see what is reported where.
    address: [street, district].filter(Boolean).join('，') || null,
    address_id: null,
    zipcode: null,
    lat: blurred(ticket.lat),
    long: blurred(ticket.long),
    media_url: null,
  };
}

const isClosed = (status: string) => status === 'closed' || status === 'merged';

const notes: Record<Open311Ticket['status'], string> = {
  triage: '派单台正在确认承办单位',
  assigned: '已派给承办单位，等待签收',
  accepted: '承办单位已签收，正在办理',
  paused: '等待必要条件，暂停计时',
  returned: '承办单位退回，派单台正在重新确认',
  adjudication: '派单台正在裁定承办单位',
  replied: '承办单位已答复，等待诉求人评价',
  reopened: '诉求人反映没有解决，正在接着办',
  closed: '已办结',
  merged: '',
};

function notesOf({ status, merged_into }: Open311Ticket): string {
  return status === 'merged' ? `与工单 ${merged_into} 反映的是同一个问题，合并办理` : notes[status];
}

/** Who reports wrongdoing is protected: of a 举报 only that it was made is told. */
function descriptionOf({ purpose, content }: Open311Ticket): string | null {
  if (purpose === '举报') return null;
  return masked(content.split(added)[0]!).slice(0, longestDescription);
}

/** Masking takes some tenths of a millisecond, and the same thousand requests are asked for again and again. */
const mostRemembered = 2000;
const remembered = new Map<string, string>();

function masked(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const fresh = maskPersonalData(text);
  remembered.set(text, fresh);
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value!);
  return fresh;
}

/** To some hundred metres: a home is not to be read from a map. */
function blurred(degrees: number | null): number | null {
  return degrees === null ? null : Math.round(degrees * 1000) / 1000;
}

/** One thing that happened to a request, in the shape of the `servicerequestupdates` extension. */
export const PublicUpdate = z.object({
  update_id: z.string(),
  service_request_id: z.string(),
  status: z.enum(['OPEN', 'CLOSED']),
  updated_datetime: moment,
  description: z.string(),
  media_url: z.null(),
});
export type PublicUpdate = z.infer<typeof PublicUpdate>;

/** What is told of each kind of event; kinds that are not here are between the desk and the units. */
const told: Partial<Record<TicketEvent['kind'], string>> = {
  filed: '已登记',
  accepted: '承办单位已签收',
  paused: '等待必要条件，暂停计时',
  resumed: '条件具备，继续办理',
  extended: '已延期',
  reassigned: '已改派承办单位',
  adjudicated: '已裁定承办单位',
  replied: '承办单位已答复',
  reopened: '没有解决，接着办理',
  closed: '已办结',
  merged: '与同一问题的工单合并办理',
  unmerged: '恢复单独办理',
};
export const toldKinds = Object.keys(told);

export function toPublicUpdate({ number, sequence, kind, at, purpose, payload }: Open311Update): PublicUpdate {
  const reply = kind === 'replied' && purpose !== '举报' ? (payload as { text?: string }).text : undefined;
  const sentence = told[kind as TicketEvent['kind']] ?? kind;
  return {
    update_id: `${number}-${sequence}`,
    service_request_id: number,
    status: isClosed(kind) ? 'CLOSED' : 'OPEN',
    updated_datetime: at.toISOString(),
    description: reply ? `${sentence}：${masked(reply)}` : sentence,
    media_url: null,
  };
}
