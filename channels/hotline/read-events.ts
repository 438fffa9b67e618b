import { CallEvent, type EventsTaken } from '../http/hotline-types.ts';
import { readableText } from '../http/readable-text.ts';
import { isKeepable } from '../http/refuse-unkeepable.ts';
import type { HeardUtterance } from './call-store.ts';
import { isNewer } from './is-newer.ts';

export interface ReadEvents {
  utterances: HeardUtterance[];
  start: { at: Date; callerNumber: string | null; operator: string | null } | null;
  endedAt: Date | null;
  /** Events that say nothing beyond others of the same request. */
  repeated: number;
  rejected: EventsTaken['rejected'];
}

/** What a request tells, each event read by itself: a broken one is reported and costs nobody the others. */
export function readEvents(raw: readonly unknown[]): ReadEvents {
  const read: ReadEvents = { utterances: [], start: null, endedAt: null, repeated: 0, rejected: [] };
  const known = new Map<number, HeardUtterance>();
  for (const [index, one] of raw.entries()) {
    const event = readEvent(one);
    if ('code' in event) read.rejected.push({ index, ...event });
    else if (event.kind === 'start') read.start = toStart(event);
    else if (event.kind === 'end') read.endedAt ??= new Date(event.at);
    else {
      const heard = toUtterance(event);
      const before = known.get(heard.sequence);
      if (before) read.repeated += 1;
      if (isNewer(heard, before)) known.set(heard.sequence, heard);
    }
  }
  read.utterances = [...known.values()];
  return read;
}

function readEvent(raw: unknown): CallEvent | { code: string; message: string } {
  const parsed = CallEvent.safeParse(raw);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') || 'kind';
    return { code: 'event_invalid', message: `事件的“${field}”不符合要求，请对照 docs/hotline.md 修改后重发这一条。` };
  }
  if (parsed.data.kind === 'start' && !isKeepable(parsed.data.operator ?? ''))
    return { code: 'text_unreadable', message: '事件的“operator”里有存不下来的字符，请删去后重发这一条。' };
  if (parsed.data.kind !== 'utterance') return parsed.data;
  try {
    return { ...parsed.data, text: readableText(parsed.data.text) };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === undefined) throw error;
    return { code, message };
  }
}

function toStart({ at, callerNumber, operator }: Extract<CallEvent, { kind: 'start' }>): ReadEvents['start'] {
  return { at: new Date(at), callerNumber: callerNumber ?? null, operator: operator ?? null };
}

function toUtterance(event: Extract<CallEvent, { kind: 'utterance' }>): HeardUtterance {
  const { sequence, speaker, text, at, status, revision = null, confidence = null } = event;
  return { sequence, speaker, text, at: new Date(at), final: status === 'final', revision, confidence };
}
