import type { UnreadPart } from '../../../channels/http/card-types.ts';
import { type CardBody, emptyFaq, emptyMaterial, type Fact, factLists, factsOf } from './card-body.ts';

/** Where a stretch of a guide can be put: a new entry of one of these lists. */
export const takeableParts = ['materials', ...factLists, 'faqs'] as const;
export type Takeable = (typeof takeableParts)[number];

/** The list with the stretch as its last entry, citing the place where it stands in the document. */
export function takeOver(body: CardBody, { heading, text, place }: UnreadPart, into: Takeable): Partial<CardBody> {
  const source = nameOfSource(body, place.docId);
  const read = { certainty: 'official' as const, cited: place, ...(source && { source }) };
  const fact: Fact = { text: text.trim(), ...read };
  if (into === 'materials')
    return { materials: [...body.materials, { ...emptyMaterial(), name: fact.text.slice(0, 200), ...read }] };
  if (into === 'faqs') return { faqs: [...body.faqs, { ...emptyFaq(), question: heading, answer: fact }] };
  return { [into]: [...body[into], fact] };
}

/** As the draft's other facts call the document: one document has one name on a card. */
function nameOfSource(body: CardBody, docId: string): string | undefined {
  const all: Pick<Fact, 'cited' | 'source'>[] = [...factsOf(body).map(([, fact]) => fact), ...body.materials];
  return all.find(({ cited, source }) => cited?.docId === docId && source)?.source;
}
