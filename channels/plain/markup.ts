/** Markup that was put together here. Everything else becomes text. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | readonly Part[];

const named: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

export const escapeText = (text: string) => text.replace(/[&<>"'`]/gu, (character) => named[character]!);

/** Markup with values: text is escaped, markup stands, lists are joined, null is nothing. */
export function markup(pieces: TemplateStringsArray, ...values: Part[]): Markup {
  return new Markup(pieces.reduce((text, piece, index) => text + written(values[index - 1] ?? null) + piece));
}

function written(value: Part): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  return typeof value === 'object' ? value.map(written).join('') : escapeText(String(value));
}
