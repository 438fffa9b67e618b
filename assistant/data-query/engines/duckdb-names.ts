/** A column of days made from a text column of Chinese dates (`成交日期` → `成交日期__day`); the text itself stays as it is. */
export const dayColumnSuffix = '__day';

/** Any text as a name in SQL. */
export function inQuotes(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A path as a text in SQL; only paths that the settings or a command name are written so. */
export function inText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
