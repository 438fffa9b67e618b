import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { toMoment } from '../../widget/moments.ts';
import { useWords } from '../words/use-words.tsx';
import type { Words } from '../words/zh.ts';
import { useMoveCodes } from './use-ticket.ts';

type Event = TicketDetail['events'][number];

/** What a kind of event is called; the desk's words go before those that citizens are shown. */
export function useEventName(): (kind: string) => string {
  const words = useWords();
  return (kind) => words.handling.events.kinds[kind] ?? words.ticket.eventKinds[kind] ?? kind;
}

/** The sentences that an event carries, in the order in which one would tell them. */
export function useEventNotes(): (event: Event) => string[] {
  const words = useWords();
  const codes = useMoveCodes().data;
  const reasons = new Map(
    [...(codes?.pauseCodes ?? []), ...(codes?.returnCodes ?? [])].map((one) => [one.code, one.text]),
  );
  const textOf = (code: string) => reasons.get(code as never) ?? code;
  return ({ payload }) => toNotes(payload, words, textOf);
}

function toNotes(payload: Event['payload'], words: Words, textOf: (code: string) => string): string[] {
  const { events, items, move } = words.handling;
  const said: Record<string, (value: never) => string | string[]> = {
    unit: (unit: string) => `${events.unit}：${unit}`,
    code: (code: string) => `${events.code}：${textOf(code)}`,
    clause: (clause: string) => `${events.clause}：${clause}`,
    urgency: (urgency: string) => `${urgency} ${words.urgencies[urgency] ?? ''}`,
    category: ({ code, group, name }: { code: string; group: string; name: string }) => `${code} ${group} › ${name}`,
    workingDays: (days: number) => events.days(days),
    reason: (reason: string) => reason,
    text: (text: string) => text,
    answers: (answers: { item: number; text: string }[]) =>
      answers.map(({ item, text }) => `${items.item(item)}：${text}`),
    findings: (findings: { text: string }[]) => findings.map(({ text }) => text),
    verdicts: (verdicts: { item: number; verdict: string }[]) =>
      verdicts.map(({ item, verdict }) => `${items.item(item)}：${move.verdicts[verdict] ?? verdict}`),
    satisfaction: (value: string) => items.satisfactions[value] ?? value,
    comment: (comment: string) => comment,
    approvedBecause: (reason: string) => events.approved(reason),
    percentUsed: (percent: number) => events.percent(percent),
    toldTo: (unit: string) => events.told(unit),
    into: (number: string) => number,
    number: (number: string) => number,
    answerDueAt: (at: string) => `${events.answerDue} ${toMoment(at, words.locale)}`,
  };
  return Object.keys(said).flatMap((name) => {
    const value = payload[name];
    const isThere =
      value !== undefined && value !== null && value !== '' && !(name === 'category' && 'owner' in payload);
    return isThere ? said[name]!(value as never) : [];
  });
}
