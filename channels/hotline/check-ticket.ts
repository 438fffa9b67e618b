import { type Assistant, hearSpeech, toldItems } from '../../assistant/index.ts';
import type { Finding } from '../http/hotline-types.ts';
import type { Closing } from './call-tables.ts';
import type { Gathered, Said } from './gather-call.ts';
import { suggestionId } from './suggestion-id.ts';

/** A ticket, or the draft of one, as far as it is held against what was said. */
export interface CheckedTicket {
  purpose: string;
  category: { code: string; group: string };
  district: string | null;
  street: string | null;
  callback: string | null;
  items: readonly string[];
  content: string;
}

interface CheckingNeeds {
  assistant: Assistant;
  at: Date;
}

type Made = Closing['findings'][number];

/** Purposes of which a complaint must not become one without a word. */
const milder = ['咨询', '建议', '表扬'];
const statesComplaint =
  /(?:我|我们)?(?:要|想)?(?:投诉|举报|检举)|要求[^，。]{0,12}(?:处理|赔|退|道歉|整改|解决)|必须[^，。]{0,8}(?:处理|赔|退)/u;

/** So sure a second topic must be before it is missed. */
const sureTopic = 0.6;
/** An item that shares this much of its characters in pairs with another says the same. */
const sameItem = 0.5;

/** Everything in which a ticket does not say what the citizen said. */
export function checkTicket(call: Gathered, ticket: CheckedTicket, needs: CheckingNeeds): Made[] {
  return [
    ...becameEnquiry(call, ticket, needs),
    ...differentPlace(call, ticket, needs),
    ...differentNumber(call, ticket),
    ...lostItems(call, ticket),
    ...lostTopics(call, ticket, needs),
  ];
}

function becameEnquiry({ complaint }: Gathered, { purpose }: CheckedTicket, { assistant, at }: CheckingNeeds): Made[] {
  if (!milder.includes(purpose)) return [];
  const stated = complaint.filter(({ text }) => statesComplaint.test(text));
  const heard =
    stated.length > 0 ? '投诉' : assistant.classify(complaint.map(({ text }) => text).join('。'), at).purpose;
  if (stated.length === 0 && heard !== '投诉' && heard !== '举报') return [];
  const heardIn = (stated.length > 0 ? stated : complaint).flatMap((said) => said.heardIn);
  const text = `市民是在${heard}，工单写成了“${purpose}”：请改过来，或确认市民同意这样登记。`;
  return [finding('complaint_became_enquiry', 'high', text, heardIn)];
}

function differentPlace(
  { where }: Gathered,
  { district, street }: CheckedTicket,
  { assistant, at }: CheckingNeeds,
): Made[] {
  if (where.text === '') return [];
  const said = assistant.classify(where.text, at).place;
  if (said.district !== null && said.district !== district)
    return [
      finding(
        'place_differs',
        'high',
        `市民说的是${said.district}，工单写的是${district ?? '（没有区县）'}。`,
        where.heardIn,
      ),
    ];
  if (said.street !== null && said.street !== street)
    return [
      finding(
        'place_differs',
        'medium',
        `市民说的是${said.street}，工单写的是${street ?? '（没有街道）'}。`,
        where.heardIn,
      ),
    ];
  return [];
}

function differentNumber({ callback }: Gathered, ticket: CheckedTicket): Made[] {
  if (callback === null || callback.number === ticket.callback) return [];
  const written = ticket.callback === null ? '没有写' : `写的是 ${ticket.callback}`;
  return [finding('callback_differs', 'high', `市民留的回电是 ${callback.number}，工单${written}。`, callback.heardIn)];
}

/** Things that were asked for and stand in no item. */
function lostItems({ complaint }: Gathered, { items, content }: CheckedTicket): Made[] {
  const asked = complaint.flatMap(({ text, heardIn }) => toldItems(text).map((item) => ({ item, heardIn })));
  return asked
    .filter(({ item }) => !items.some((one) => likeness(item, one) >= sameItem || one.includes(item)))
    .map(({ item, heardIn }) => {
      const severity = content.includes(item) ? 'medium' : 'high';
      return finding('item_lost', severity, `市民还要求“${item}”，工单的事项里没有。`, heardIn);
    });
}

/** A second thing that was complained of, of another kind than the ticket. */
function lostTopics(
  { complaint }: Gathered,
  { category, items }: CheckedTicket,
  { assistant, at }: CheckingNeeds,
): Made[] {
  return complaint.flatMap(({ text, heardIn }: Said) => {
    const other = assistant.classify(text, at);
    const p = other.alternatives[0]?.p ?? 0;
    if (other.abstained || p < sureTopic || other.category.group === category.group) return [];
    if (items.some((item) => likeness(item, text) >= sameItem / 2)) return [];
    const what = `市民还反映了“${other.category.name}”，这张工单不是这一类，可能要另立一张。`;
    return [finding('item_lost', 'medium', what, heardIn)];
  });
}

/** The share of the shorter text's pairs of characters that the other has, 0 to 1. */
function likeness(left: string, right: string): number {
  const [a, b] = [pairsOf(left), pairsOf(right)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

function pairsOf(text: string): Set<string> {
  const bare = hearSpeech(text).text.replace(/[\p{P}\s]/gu, '');
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)));
}

export function finding(
  kind: Finding['kind'],
  severity: Finding['severity'],
  text: string,
  heardIn: readonly number[],
): Made {
  return {
    id: suggestionId(`finding-${kind.replaceAll('_', '-')}`, text),
    kind,
    severity,
    text,
    heardIn: [...heardIn],
  };
}
