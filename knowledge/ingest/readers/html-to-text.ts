import { Parser } from 'htmlparser2';
import { IngestError } from '../ingest-error.ts';
import { tableLines } from './table-lines.ts';

/** What is no part of what a page says. */
const unread = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'nav', 'footer', 'select', 'button', 'iframe', 'object', 'video', 'audio']); // biome-ignore format: a list

/** Within a line; everything else begins a new one. */
const inline = new Set(['a', 'abbr', 'b', 'bdi', 'big', 'cite', 'code', 'del', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'label', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'o:p', 'st1:p']); // biome-ignore format: a list

/** The parser's time grows with the square of the depth; no page that a person made goes down a hundred. */
const mostDepth = 5_000;

interface Table {
  rows: string[][];
  /** Whether every cell of the first row is a `th`, as far as read. */
  hasNames: boolean;
}

/**
 * HTML as lines: headings as `#`, items as `- `, tables by their rows. It is read as a stream and never becomes a tree;
 * scripts, styles and menus are left out and nothing is fetched. Throws `links_outside` for
 * a frame that shows a local file, and `damaged` for tags within tags without end.
 */
export function htmlToText(html: string): { text: string; title: string | null } {
  const lines: string[] = [];
  const tables: Table[] = [];
  let [line, prefix, title, inTitle, unreadDepth] = ['', '', '', false, 0];

  let depth = 0;
  const endLine = () => {
    const said = line.replace(/\s+/gu, ' ').trim();
    [line, prefix] = ['', said === '' ? prefix : ''];
    return said;
  };
  const flush = () => {
    const before = prefix;
    const said = endLine();
    if (said !== '') lines.push(before + said);
  };
  const endBlock = () => {
    // Within a cell a new line is a space: a row stays one line.
    if (tables.length > 0) line += ' ';
    else flush();
  };
  const endCell = () => {
    const said = endLine();
    tables.at(-1)?.rows.at(-1)?.push(said);
  };
  const endTable = () => {
    const table = tables.pop();
    if (!table) return;
    const written = tableLines(table.rows, table);
    // A table within a cell of another becomes words of that cell.
    if (tables.length > 0) line += ` ${written.join('；')} `;
    else lines.push(...written, '');
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        refuseLocalFrame(name, attributes);
        depth += 1;
        if (depth > mostDepth) throw new IngestError('damaged', '网页的标签一层套一层，没有尽头；请另存一份再导入。');
        if (unreadDepth > 0 || unread.has(name)) unreadDepth += unread.has(name) ? 1 : 0;
        else if (name === 'title') inTitle = true;
        else if (name === 'table') {
          if (tables.length === 0) flush();
          tables.push({ rows: [], hasNames: true });
        } else if (name === 'tr') tables.at(-1)?.rows.push([]);
        else if (name === 'td' || name === 'th') line = tables.length > 1 ? line : '';
        else if (!inline.has(name)) endBlock();
        const table = tables.at(-1);
        if (name === 'td' && table?.rows.length === 1) table.hasNames = false;
        if (/^h[1-6]$/u.test(name) && tables.length === 0) prefix = `${'#'.repeat(Number(name[1]))} `;
        if (name === 'li' && tables.length === 0) prefix = '- ';
      },
      ontext(text) {
        if (inTitle) title += text;
        else if (unreadDepth === 0) line += text;
      },
      onclosetag(name) {
        depth -= 1;
        if (unread.has(name)) unreadDepth = Math.max(0, unreadDepth - 1);
        else if (unreadDepth > 0) return;
        else if (name === 'title') inTitle = false;
        else if (name === 'td' || name === 'th') endCell();
        else if (name === 'table') endTable();
        else if (!inline.has(name)) endBlock();
        if (/^(?:h[1-6]|li)$/u.test(name)) prefix = '';
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  while (tables.length > 0) endTable();
  flush();
  return { text: joined(lines), title: title.replace(/\s+/gu, ' ').trim() || null };
}

const joined = (lines: string[]) => `${lines.join('\n').trim()}\n`;

function refuseLocalFrame(name: string, { src, data }: Record<string, string>): void {
  if (!/^(?:i?frame|object|embed)$/u.test(name)) return;
  if (/^\s*(?:file:|[a-z]:\\|\\\\)/iu.test(src ?? data ?? ''))
    throw new IngestError('links_outside', '网页里嵌着本机的另一个文件，没有读取；请把那份文件单独导入。');
}
