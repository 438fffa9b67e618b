import type { CardBody, CardFact, CardMaterial } from '../../../channels/http/card-types.ts';

/** A card as it is edited, and its parts by name: the shapes of the desk's own schema. */
export type { CardBody };
export type Fact = CardFact;
export type AppliesWhen = NonNullable<Fact['when']>;
export type Material = CardMaterial;
export type MatterQuestion = CardBody['questions'][number];
export type QuestionOption = MatterQuestion['options'][number];
export type Faq = CardBody['faqs'][number];

export const certainties = ['official', 'memory', 'uncertain'] as const satisfies readonly Fact['certainty'][];
export const materialForms = [
  'original', 'copy', 'electronic', 'filled', 'signed',
] as const satisfies readonly Material['forms'][number][]; // biome-ignore format: a list of words
export const replaceables = ['yes', 'partly', 'no'] as const satisfies readonly Material['replaceable'][];

/** The lists of plain facts, in the order in which a citizen reads them. */
export const factLists = [
  'components', 'conditions', 'steps', 'limits', 'fees', 'rules', 'places', 'results', 'legal',
] as const; // biome-ignore format: a list of words
export type FactList = (typeof factLists)[number];

/** What is typed by hand was not read in a public document until somebody says in which. */
export const emptyFact = (): Fact => ({ text: '', certainty: 'memory' });
export const emptyMaterial = (): Material => ({
  name: '',
  forms: ['original'],
  replaceable: 'no',
  certainty: 'memory',
});
export const emptyFaq = (): Faq => ({ question: '', answer: emptyFact() });

/** Every fact of a card that citizens may be told, with its path: `limits/1`, `faqs/0/answer`. */
export function factsOf(body: CardBody): [path: string, fact: Fact][] {
  return [
    ['summary', body.summary],
    ...factLists.flatMap((list) => body[list].map((fact, at): [string, Fact] => [`${list}/${at}`, fact])),
    ...body.faqs.map(({ answer }, at): [string, Fact] => [`faqs/${at}/answer`, answer]),
    ...body.questions.flatMap(({ options }, at) =>
      options.flatMap(({ effect }, option): [string, Fact][] =>
        effect ? [[`questions/${at}/options/${option}/effect`, effect]] : [],
      ),
    ),
  ];
}
