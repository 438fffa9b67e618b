import type { TicketCard } from '../../assistant/index.ts';
import type { CallDetail } from '../http/hotline-types.ts';
import type { CheckedTicket } from './check-ticket.ts';
import type { HotlineNeeds } from './hotline-desk.ts';
import { HotlineError } from './hotline-error.ts';

/**
 * Files a call's draft, once however often it is asked for. An operator has seen the open findings first.
 *
 * @throws HotlineError `call_empty`, `findings_open`, `call_filed` when the call was joined to another ticket
 */
export async function fileCall(
  call: CallDetail,
  { confirm, actor }: { confirm: boolean; actor: string },
  { tickets, calls, accounts, now }: HotlineNeeds,
): Promise<TicketCard> {
  const { draft } = call.state;
  if (call.joined) throw new HotlineError('call_filed', `这通电话已并入工单 ${call.ticketNumber}，不再另立一张。`);
  if (!draft) throw new HotlineError('call_empty', '这通电话还没有可登记的诉求，请先问清是什么事、在哪里。');
  const open = call.findings.filter(({ severity, settled }) => severity === 'high' && settled === null);
  if (open.length > 0 && !confirm && call.ticketNumber === null)
    throw new HotlineError('findings_open', '通话内容和草稿有出入，请改好或确认后再登记。', { findings: open });
  const at = now();
  const card = await tickets.file(draft, { sourceId: `call:${call.id}`, conversationId: null, channel: 'hotline', at });
  if (call.ticketNumber === card.number) return card;
  await calls.fileUnder(call.id, card.number, { joined: false, at });
  const confirmed = open.map(({ kind }) => kind);
  await accounts.audit(actor, 'ticket-file', card.number, { call: call.id, ...(confirm && { confirmed }) });
  return card;
}

/** Adds a call to a ticket that is there already instead of filing another. */
export async function joinCall(
  call: CallDetail,
  { number, reason, actor }: { number: string; reason?: string | undefined; actor: string },
  { tickets, calls, accounts, now }: HotlineNeeds,
): Promise<void> {
  if (call.ticketNumber !== null)
    throw new HotlineError('call_filed', `这通电话已经登记为工单 ${call.ticketNumber}，如要并单请到工单页办理。`);
  const found = await tickets.find(number, { district: null, unit: null });
  if (!found) throw new HotlineError('suggestion_unknown', `没有工单 ${number}，请核对编号。`);
  const said = call.state.draft?.content ?? call.summary.map(({ text }) => text).join('；');
  const text = ['又有市民来电反映同一问题。', said, reason].filter(Boolean).join('\n').slice(0, 2000);
  const at = now();
  await tickets.move({ number, move: 'note', version: found.state.version, actor, mover: 'desk', at, text });
  await calls.fileUnder(call.id, number, { joined: true, at });
  await accounts.audit(actor, 'call-joined', number, { call: call.id });
}

/** At the end of a call, where the city switched it on: only a complete draft with nothing open. */
export async function autoFile(call: CallDetail, needs: HotlineNeeds): Promise<boolean> {
  if (!needs.switches.isOn('hotline_auto_file') || call.ticketNumber !== null) return false;
  const { draft, missing, wants } = call.state;
  const isComplete = draft !== null && missing.length === 0 && wants.includes('complaint');
  const isOpen = call.findings.some(
    ({ severity, settled, kind }) => severity === 'high' && !settled && kind !== 'not_filed',
  );
  if (!isComplete || isOpen || draft.urgency === 'U0' || draft.dispatch.tier === 'none') return false;
  await fileCall(call, { confirm: true, actor: 'desk' }, needs);
  return true;
}

/** A call's ticket as it stands now, to be held against what was said. */
export async function filedTicket(
  number: string,
  { tickets }: Pick<HotlineNeeds, 'tickets'>,
): Promise<CheckedTicket | null> {
  const found = await tickets.find(number, { district: null, unit: null });
  if (!found) return null;
  const { ticket, state } = found;
  const { purpose, street, content, draft } = ticket;
  return {
    purpose,
    category: state.category,
    district: state.district,
    street,
    callback: draft.callback ?? null,
    items: state.items.map(({ text }) => text),
    content,
  };
}
