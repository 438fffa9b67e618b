/** A cell of a result as an export writes it. */
export type Cell = string | number | boolean | null | undefined;

/**
 * Text that spreadsheets would run as a formula is kept text by an apostrophe: names in the data are citizens' words.
 * Full-width signs count too, because some spreadsheets fold them.
 */
export function neutralText(text: string): string {
  return /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
