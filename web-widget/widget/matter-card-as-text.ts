import type { MatterLine, MatterShown } from '../../channels/http/matter-types.ts';
import { applies, type Notes, progressOf } from './matter-cards.ts';
import type { Words } from './zh.ts';

/** A card to take away, part by part: what is shown, printed and saved is the same. */
export interface CardPart {
  heading: string;
  lines: { text: string; ticked: boolean | null }[];
}

export function cardParts(card: MatterShown, notes: Notes, words: Words): CardPart[] {
  const text = ({ text, uncertain }: MatterLine) => (uncertain ? `${text}${words.card.uncertain}` : text);
  const plain = (heading: string, lines: readonly MatterLine[]): CardPart => ({
    heading,
    lines: lines.filter((line) => applies(line, notes)).map((line) => ({ text: text(line), ticked: null })),
  });
  const { ticked, of } = progressOf(card, notes);
  const materials = card.materials
    .filter((line) => applies(line, notes))
    .map((line) => ({ text: text(line), ticked: notes.ticked.includes(line.text) }));
  return [
    { heading: words.card.situation, lines: chosen(card, notes) },
    { heading: `${words.card.materials}（${words.card.ticked(ticked, of)}）`, lines: materials },
    plain(words.card.steps, card.steps),
    plain(words.card.limits, card.limits),
    plain(words.card.fees, card.fees),
    plain(words.card.places, card.places),
  ].filter(({ lines }) => lines.length > 0);
}

const chosen = ({ questions }: MatterShown, { situation }: Notes): CardPart['lines'] =>
  questions.flatMap(({ id, ask, options }) => {
    const option = options.find((option) => option.id === situation[id]);
    return option ? [{ text: `${ask} ${option.label}`, ticked: null }] : [];
  });

const signs = { true: '☑ ', false: '☐ ', null: '· ' };

export function cardAsText(card: MatterShown, notes: Notes, words: Words): string {
  const parts = cardParts(card, notes, words).map(({ heading, lines }) =>
    [heading, ...lines.map(({ text, ticked }) => signs[`${ticked}`] + text)].join('\n'),
  );
  return [card.title, card.summary, ...parts, words.card.origin(card.version)].join('\n\n');
}
