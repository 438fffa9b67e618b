import type { Verdict } from '../ticket.ts';

const words: Record<Verdict, string> = { solved: '解决了', part: '部分解决', not: '没有解决' };

/** The sentence that a tap on an answer sends: readable for the citizen, and read back by `readJudgement`. */
export function judgementText(number: string, item: number | null, verdict: Verdict): string {
  return `评价工单 ${number}：${item === null ? '各项都' : `第 ${item} 项`}${words[verdict]}`;
}

export interface Judgement {
  number: string;
  /** Null stands for every item. */
  verdicts: { item: number | null; verdict: Verdict }[];
}

const ticketNamed = /(?:评价)?工单\s*(\d{8}-\d{6,})\s*[：:，,]?\s*(.+)$/su;

/** A judgement on a ticket that is named in the message; null when the message is none. */
export function readJudgement(text: string): Judgement | null {
  const [, number, said] = ticketNamed.exec(text.trim()) ?? [];
  if (!number || !said) return null;
  const verdicts = said
    .split(/[；;，,。]/u)
    .map(verdictOf)
    .filter((verdict) => verdict !== null);
  return verdicts.length > 0 ? { number, verdicts } : null;
}

function verdictOf(said: string): { item: number | null; verdict: Verdict } | null {
  const verdict = sayingOf(said);
  if (!verdict) return null;
  const item = /第\s*(\d+|[一二三四五六七八])\s*[项条个]/u.exec(said)?.[1];
  return { item: item === undefined ? null : toNumber(item), verdict };
}

/** 「没有解决」 and 「部分解决」 hold 「解决」, so they are looked for first. */
function sayingOf(said: string): Verdict | null {
  if (/(?:部分|一部分|有些|一半|没有?(?:完全|全部)|没得?完全)/u.test(said)) return 'part';
  if (/(?:没有?|没得|未|不曾|还没)(?:得到)?(?:解决|处理|弄好|整好|修好)/u.test(said)) return 'not';
  if (/(?:解决了|已解决|解决好|处理好|弄好了|整好了|修好了)/u.test(said)) return 'solved';
  return null;
}

function toNumber(item: string): number {
  const named = '一二三四五六七八'.indexOf(item);
  return named >= 0 ? named + 1 : Number(item);
}
