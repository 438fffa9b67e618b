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
