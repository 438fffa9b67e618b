/** A run of text as pdf.js gives it; `transform` ends in x and y, counted from the lower left corner. */
export interface TextRun {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** A line of print on a page. */
export interface PageLine {
  text: string;
  /** Size of its letters, in points. */
  size: number;
  /** From the upper edge of the page, as a share of its height: heads and feet are told by it. */
  top: number;
  left: number;
  right: number;
}

/** Runs that stand this close in height, as a share of their size, are of one line. */
const sameLine = 0.5;

/** The lines of a page from above to below, each from left to right. */
export function toPageLines(runs: readonly TextRun[], pageHeight: number): PageLine[] {
  const lines: TextRun[][] = [];
  for (const run of runs.filter(({ str }) => str.trim() !== '').toSorted((a, b) => y(b) - y(a))) {
    const line = lines.at(-1);
    if (line && Math.abs(y(line[0]!) - y(run)) <= sizeOf(run) * sameLine) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => toLine(line.toSorted((a, b) => x(a) - x(b)), pageHeight)); // biome-ignore format: one glance
}

function toLine(runs: TextRun[], pageHeight: number): PageLine {
  const [first] = runs;
  let text = '';
  let end = x(first!);
  for (const run of runs) {
    const gap = x(run) - end;
    // Columns of a table stand far apart; words of a Latin line less.
    if (text !== '' && gap > sizeOf(run) * 1.5) text += ' ｜ ';
    else if (text !== '' && gap > sizeOf(run) * 0.2 && /\w$/u.test(text)) text += ' ';
    text += run.str;
    end = x(run) + run.width;
  }
  const size = Math.max(...runs.map(sizeOf));
  const top = pageHeight > 0 ? 1 - y(first!) / pageHeight : 0.5;
  return { text: text.replace(/\s+/gu, ' ').trim(), size, top, left: x(first!), right: end };
}

const x = ({ transform }: TextRun) => transform[4] ?? 0;
const y = ({ transform }: TextRun) => transform[5] ?? 0;
const sizeOf = ({ height, transform }: TextRun) => height || Math.abs(transform[3] ?? 0) || 1;
