/** What a line of each suite consists of, for mapping the columns of a table; a suite that is not here takes its own JSONL. */
export const importFields: Record<string, readonly string[]> = {
  answers: ['id', 'text', 'turns', 'expect.outcome', 'expect.matter', 'expect.mustSay', 'expect.mustNotSay', 'tags'],
  routing: ['id', 'text', 'turns', 'kind', 'label', 'alt', 'tags'],
  classification: ['text', 'label'],
};

/** The heads of a table or the fields of its first object, to choose from before anything is sent. */
export function columnsOf(text: string, format: 'csv' | 'jsonl'): string[] {
  const [first = ''] = text.replace(/^\ufeff/u, '').split(/\r?\n/u);
  if (format === 'csv')
    return first
      .split(',')
      .map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'))
      .filter(Boolean);
  try {
    const line: unknown = JSON.parse(first);
    return typeof line === 'object' && line !== null ? Object.keys(line) : [];
  } catch {
    return []; // the preview names the line
  }
}
