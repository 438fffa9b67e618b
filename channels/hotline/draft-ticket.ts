import { type Assistant, type TicketDraft, toldItems } from '../../assistant/index.ts';
import type { Gathered, Said } from './gather-call.ts';
import type { Decided } from './pins.ts';
import { placeAsSet } from './place-as-set.ts';
import { suggestionId } from './suggestion-id.ts';

/** The ticket as it would be filed now, with where its parts were heard. */
export interface DraftedTicket {
  draft: TicketDraft;
  items: { text: string; heardIn: number[] }[];
  heardIn: { complaint: number[]; place: number[]; callback: number[] };
}

interface DraftingNeeds {
  assistant: Assistant;
  at: Date;
  callerNumber: string | null;
}

/** More than any unit reads; the beginning and the end of a long call say what it is about. */
const longestContent = 1800;
const titleLength = 24;

/** A beginning that says nothing yet of what it is about. */
const leadIn =
  /^(?:(?:我|我们)?(?:是)?(?:要|想|来|今天|又)*(?:向你们|跟你们)?(?:反映|投诉|举报|反应|说|问)(?:一)?(?:下|哈|个|一个)?(?:两个|几个)?(?:问题|事情?|情况)?(?:的事情?)?(?:，|哈|嘛|啊|。|$)+)+/u;

/** Null while nothing is complained of. What people set goes before what was heard. */
export function draftTicket(call: Gathered, { pins, rejected }: Decided, needs: DraftingNeeds): DraftedTicket | null {
  const { assistant, at, callerNumber } = needs;
  if (call.complaint.length === 0 && Object.keys(pins).length === 0) return null;
  const content = contentOf(call.complaint);
  const where = pins.place?.text ?? call.where.text;
  const category = pins.category?.category ?? otherThanRejected(content, rejected, needs);
  const understood = assistant.classify(content, at, category, where);
  const items = pins.items?.items?.map((text) => ({ text, heardIn: [] })) ?? itemsOf(call.complaint);
  const callback = pins.callback?.text ?? call.callback?.number ?? callerNumber;
  const draft: TicketDraft = {
    ...understood,
    place: pins.place?.text === undefined ? understood.place : placeAsSet(pins.place.text, understood.place),
    content: [content, where === '' ? '' : `（地点：${where}）`, callback === null ? '' : `（回电：${callback}）`].join(
      '',
    ),
    title: titleOf(call.complaint) ?? understood.title,
    abstained: understood.abstained && pins.category === undefined,
    purpose: pins.purpose?.purpose ?? understood.purpose,
    urgency: pins.urgency?.urgency ?? understood.urgency,
    subject: pins.subject?.text ?? understood.subject ?? null,
    callback,
    ...(items.length > 0 && { items: items.map(({ text }) => text) }),
  };
  const complaint = call.complaint.flatMap(({ heardIn }) => heardIn);
  return { draft, items, heardIn: { complaint, place: call.where.heardIn, callback: call.callback?.heardIn ?? [] } };
}

/** The next likeliest category where the likeliest was turned down. */
function otherThanRejected(
  content: string,
  rejected: ReadonlySet<string>,
  { assistant, at }: DraftingNeeds,
): string | undefined {
  if (![...rejected].some((id) => id.startsWith('field-category-'))) return undefined;
  const { alternatives } = assistant.classify(content, at);
  return alternatives.find(({ category }) => !rejected.has(categoryFieldId(category.code)))?.category.code;
}

export const categoryFieldId = (code: string) => suggestionId('field-category', code);

function contentOf(complaint: readonly Said[]): string {
  const content = complaint.map(({ text }) => text.replace(/[，。；]+$/u, '')).join('。');
  if (content.length <= longestContent) return content;
  return `${content.slice(0, longestContent / 3)}……${content.slice(-(longestContent * 2) / 3)}`;
}

function itemsOf(complaint: readonly Said[]): DraftedTicket['items'] {
  const told = complaint.flatMap(({ text, heardIn }) => toldItems(text).map((item) => ({ text: item, heardIn })));
  return told.filter(({ text }, index) => told.findIndex((other) => other.text.includes(text)) === index).slice(0, 8);
}

/** The first thing that says what it is about. */
function titleOf(complaint: readonly Said[]): string | null {
  for (const { text } of complaint) {
    const [first = ''] = text
      .replace(leadIn, '')
      .split(/[，。！？；]/u)
      .filter((clause) => clause.length >= 5);
    if (first !== '') return first.length <= titleLength ? first : `${first.slice(0, titleLength)}…`;
  }
  return null;
}
