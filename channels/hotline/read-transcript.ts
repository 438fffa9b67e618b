import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { purposes } from '../../knowledge/index.ts';
import { CallEvent, type CallEventInput, CallWant } from '../http/hotline-types.ts';

/** What should be heard in a call; what is left out is not judged. */
export const Gold = z.strictObject({
  wants: z.array(CallWant),
  matter: z.string().optional(),
  category: z.string().optional(),
  purpose: z.enum(purposes).optional(),
  district: z.string().nullable().optional(),
  /** Words of each thing that is asked for. */
  items: z.array(z.string()).optional(),
  callback: z.string().optional(),
  emergency: z.boolean(),
});
export type Gold = z.infer<typeof Gold>;

const Heading = z.strictObject({
  transcript: z.string().regex(/^[\w-]{1,48}$/u),
  synthetic: z.boolean(),
  note: z.string().default(''),
  gold: Gold.optional(),
});

export interface Transcript extends z.infer<typeof Heading> {
  events: { afterMs: number; event: (at: Date) => CallEventInput }[];
}

export interface TranscriptProblem {
  line: number;
  message: string;
}

export class TranscriptError extends Error {
  readonly code = 'transcript_invalid';
  readonly problems: readonly TranscriptProblem[];
  constructor(file: string, problems: readonly TranscriptProblem[]) {
    const [first] = problems;
    super(`${file} 第 ${first?.line} 行：${first?.message}（共 ${problems.length} 处，用 yuwen hotline check 查看）`);
    this.name = 'TranscriptError';
    this.problems = problems;
  }
}

/** @throws TranscriptError with every line that is wrong */
export async function readTranscript(file: string): Promise<Transcript> {
  const { transcript, problems } = parseTranscript(await readFile(file, 'utf8'));
  if (!transcript || problems.length > 0) throw new TranscriptError(path.basename(file), problems);
  return transcript;
}

/** JSON Lines: a heading, then events with `afterMs` since the beginning of the call in place of `at`. */
export function parseTranscript(text: string): { transcript: Transcript | null; problems: TranscriptProblem[] } {
  const problems: TranscriptProblem[] = [];
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]));
  const [first, ...rest] = lines;
  const heading = first ? readLine(first, Heading, problems) : null;
  if (!first) problems.push({ line: 1, message: '文件是空的' });
  const events = rest.flatMap((line) => {
    const timed = readLine(line, Timed, problems);
    if (!timed) return [];
    const { afterMs, ...bare } = timed;
    const event = (at: Date) => ({ ...bare, at: at.toISOString() }) as CallEventInput;
    const checked = CallEvent.safeParse(event(new Date(0)));
    if (!checked.success) problems.push({ line: line.number, message: issueOf(checked.error) });
    return [{ afterMs, event }];
  });
  return { transcript: heading && { ...heading, events }, problems };
}

const Timed = z.looseObject({ afterMs: z.number().nonnegative() });

function readLine<T>(
  { line, number }: { line: string; number: number },
  schema: z.ZodType<T>,
  problems: TranscriptProblem[],
): T | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    problems.push({ line: number, message: '不是完整的 JSON' });
    return null;
  }
  const result = schema.safeParse(value);
  if (!result.success) problems.push({ line: number, message: issueOf(result.error) });
  return result.success ? result.data : null;
}

const issueOf = ({ issues }: z.ZodError) => `“${issues[0]?.path.join('.') || '这一行'}”${issues[0]?.message ?? ''}`;
