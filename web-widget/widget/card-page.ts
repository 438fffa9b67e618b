import type { MatterShown } from '../../channels/http/matter-types.ts';
import { cardParts } from './matter-card-as-text.ts';
import type { Notes } from './matter-cards.ts';
import type { Words } from './zh.ts';

/** For paper: black on white, large enough for old eyes, boxes to tick by pen, no line torn over two sheets. */
export const pageStyle = `
  @page { margin: 18mm; }
  body { font: 14pt/1.6 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif; color: #000; background: #fff; max-width: 46em; margin: 1em auto; padding: 0 1em; }
  h1 { font-size: 20pt; line-height: 1.3; margin: 0 0 .4em; }
  h2 { font-size: 15pt; margin: 1em 0 .3em; break-after: avoid; }
  ul { margin: 0; padding: 0; list-style: none; }
  li { margin: .25em 0; padding-left: 1.6em; text-indent: -1.6em; break-inside: avoid; }
  footer { margin-top: 1.5em; padding-top: .5em; border-top: 1px solid #000; font-size: 11pt; }
`;

const signs = { true: '☑　', false: '☐　', null: '・　' };

/** Fills an empty document with a card. Everything is set as text. */
export function fillPage(page: Document, card: MatterShown, notes: Notes, words: Words): void {
  page.documentElement.lang = words.locale;
  page.title = card.title;
  const add = (parent: Element, name: string, text = '') => {
    const element = page.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  add(page.body, 'h1', card.title);
  add(page.body, 'p', card.summary);
  for (const { heading, lines } of cardParts(card, notes, words)) {
    add(page.body, 'h2', heading);
    const list = add(page.body, 'ul');
    for (const { text, ticked } of lines) add(list, 'li', signs[`${ticked}`] + text);
  }
  add(page.body, 'footer', words.card.origin(card.version));
}

/** The card as a file that any browser opens, without the desk. */
export function cardAsPage(card: MatterShown, notes: Notes, words: Words): string {
  const page = document.implementation.createHTMLDocument(card.title);
  fillPage(page, card, notes, words);
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
  const markup = page.documentElement.outerHTML.replace('<head>', `<head>${head}<style>${pageStyle}</style>`);
  return `<!doctype html>\n${markup}\n`;
}
