import { z } from 'zod';

const Message = z.union([z.string().min(1), z.object({ role: z.string().optional(), text: z.string().min(1) })]);

/** What a case says to the assistant: `text`, or `turns` of which the last is judged. */
export const said = {
  text: z.string().min(1).optional(),
  /** Messages of the citizen, oldest first. Other people's dialogues may also hold the desk's turns; they are not played. */
  turns: z.array(Message).min(1).optional(),
};

const ownTurns = new Set(['assistant', 'desk', 'bot', 'system']);

/** The citizen's messages of a case, oldest first; empty when there is none. */
export function messagesOf({
  text,
  turns,
}: {
  text?: string | undefined;
  turns?: z.infer<typeof Message>[] | undefined;
}): string[] {
  const played = (turns ?? [])
    .filter((turn) => typeof turn === 'string' || !ownTurns.has(turn.role ?? 'citizen'))
    .map((turn) => (typeof turn === 'string' ? turn : turn.text));
  return text === undefined ? played : [...played, text];
}

/** By what a case may be grouped beside its tags, and what it hangs together with. */
export const grouping = {
  topic: z.string().min(1).optional(),
  district: z.string().min(1).optional(),
  dialogue: z.string().min(1).optional(),
  split: z.string().min(1).optional(),
};

type Grouping = { [K in keyof typeof grouping]?: string };

/** The grouping of a line with only the fields that it has. */
export function groupingOf(line: { [K in keyof typeof grouping]?: string | undefined }): Grouping {
  const fields = Object.keys(grouping) as (keyof typeof grouping)[];
  return Object.fromEntries(fields.flatMap((field) => (line[field] === undefined ? [] : [[field, line[field]]])));
}
