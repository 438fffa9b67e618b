/** What a recorded case asked, whatever its suite; the last message of a dialogue. Empty when it asked nothing. */
export function questionOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return '';
  const { messages, text, question } = input as { messages?: unknown; text?: unknown; question?: unknown };
  const said = Array.isArray(messages) ? messages.at(-1) : (text ?? question);
  return typeof said === 'string' ? said : '';
}

/** The messages before it. */
export function earlierOf(input: unknown): string[] {
  if (typeof input !== 'object' || input === null || !('messages' in input) || !Array.isArray(input.messages))
    return [];
  return input.messages.slice(0, -1).map(String);
}

/** What came out, in the words that a citizen would read; empty where the suite shows none. */
export function answerOf(output: unknown): string {
  if (typeof output !== 'object' || output === null) return '';
  const { reply, text } = output as { reply?: unknown; text?: unknown };
  if (typeof reply === 'object' && reply !== null && 'text' in reply) return String(reply.text);
  return typeof text === 'string' ? text : '';
}
