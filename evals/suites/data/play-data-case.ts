import { type DialogueState, emptyDialogue, type Skill } from '../../../assistant/index.ts';
import { ReplyFailed } from '../../harness.ts';
import type { DataCase, GoldCell } from './data-case.ts';

/** What is kept of one played case: how it ended and, where it ended with figures, which and how they came about. */
export interface RecordedData {
  outcome: string;
  text: string;
  columns: { name: string; role: 'dimension' | 'metric' | 'time' }[];
  rows: GoldCell[][];
  /** Whether the plan ranks its rows, so that their order is part of the answer. */
  isRanked: boolean;
  plan: unknown;
  sql: string | null;
  confidence: number | null;
  uncovered: string[];
}

/** The moment that every question is asked at: relative times mean the same in each run. */
const askedAt = new Date('2026-11-23T12:00:00+08:00');

export async function playDataCase(dataCase: DataCase, skill: Skill, signal?: AbortSignal): Promise<RecordedData> {
  let dialogue: DialogueState = emptyDialogue;
  let recorded: RecordedData | null = null;
  for (const [index, text] of dataCase.messages.entries()) {
    const result = await skill.run({
      conversationId: `eval-${dataCase.id}`,
      messageId: `eval-${dataCase.id}-${index}`,
      text,
      asked: text,
      channel: 'console',
      at: askedAt,
      dialogue,
      cadre: { account: 'eval', district: dataCase.district },
      ...(signal ? { signal } : {}),
    });
    dialogue = result.dialogue;
    if (result.reply.outcome === 'failed') throw new ReplyFailed(result.reply.code, result.reply.text);
    recorded = toRecorded(result.reply);
  }
  if (!recorded) throw new Error('a case has at least one message');
  return recorded;
}

type Ended = Awaited<ReturnType<Skill['run']>>['reply'];

function toRecorded(reply: Ended): RecordedData {
  const { outcome, text } = reply;
  const none = { columns: [], rows: [], isRanked: false, plan: null, sql: null, confidence: null, uncovered: [] };
  if (reply.outcome !== 'data') return { outcome, text, ...none };
  const { columns, rows, plan, sql, confidence, uncovered } = reply.data;
  return {
    outcome,
    text,
    columns: columns.map(({ name, role }) => ({ name, role })),
    rows: rows.map((row) => columns.map(({ name }) => row[name] ?? null)),
    isRanked: plan.orderBy.some(({ field }) => field !== 'time'),
    plan,
    sql,
    confidence,
    uncovered,
  };
}
