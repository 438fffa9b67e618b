import type { Facet, Field, MatterCard, MatterDocument } from '../../knowledge/index.ts';
import { subjectToCurrentGuide } from '../canned-replies.ts';
import type { Citation } from '../citation.ts';
import type { Option, Sentence } from '../reply.ts';
import { bigrams, coverage } from './bigrams.ts';
import { type Answers, applies, conditionInWords, openQuestions } from './pick-branches.ts';
import { relevantFields } from './relevant-fields.ts';

/** What is said of each facet, under which heading. */
const sections: Record<Exclude<Facet, 'overview'>, string> = {
  conditions: '办理条件', materials: '申请材料', steps: '办理流程', limits: '办理时限', fees: '收费',
  rules: '标准与规则', places: '办理地点与入口', results: '办理结果', legal: '依据',
}; // biome-ignore format: a small table

/** A shorter question for each facet, offered for tapping after an overview. */
const furtherQuestions: Partial<Record<Facet, string>> = {
  materials: '要带什么材料', steps: '怎么办理', limits: '要多久', fees: '要多少钱', places: '去哪里办',
}; // biome-ignore format: a small table

export interface ComposedAnswer {
  sentences: Sentence[];
  citations: Citation[];
  /** What was asked for and the card does not say. */
  missing: string[];
  options: Option[];
}

interface Line {
  text: string;
  section: string;
  /** What it rests on: a field, and where its condition is said, the question that knows of the situation. */
  fields: Field[];
}

/** An item of a card that may depend on answers, whatever list it stands in. */
type Item = { when?: MatterCard['materials'][number]['when']; certainty: string; needed?: string | undefined };

/**
 * Composes an answer from the fields of a card. Every line is a field's own text, so it is supported by construction;
 * what depends on an unanswered question is given with its condition.
 */
export function composeAnswer(
  card: MatterCard,
  document: MatterDocument,
  asked: { question: string; facets: readonly Facet[]; answers: Answers },
): ComposedAnswer {
  const { question, answers } = asked;
  const faq = matchingFaq(question, card, document);
  const facets = asked.facets.filter((facet): facet is Exclude<Facet, 'overview'> => facet !== 'overview');
  const served = facets.map((facet) => ({ facet, lines: facetLines(facet, card, document, answers) }));
  const told = new Set(served.flatMap(({ lines }) => lines.flatMap(({ fields }) => fields)));
  const relevant = relevantLines(question, facets, card, document).filter(
    (field) => !told.has(field) && !faq?.fields.includes(field),
  );
  const lines = [
    ...(faq ? [faq] : []),
    ...relevant.flatMap((field) => relevantLine(field, card, answers)),
    ...effectLines(card, document, answers),
    ...(facets.length > 0
      ? served.flatMap(({ lines }) => lines)
      : faq
        ? []
        : overviewLines(question, card, document, answers)),
  ];
  const missing = served
    .filter(({ facet, lines }) => lines.length === 0 && !(faq && facet))
    .map(({ facet }) => sections[facet]);
  const itemsAsked = facets.flatMap((facet) => itemsOf(card, facet));
  return { ...cited(lines), missing, options: nextOptions(card, facets, itemsAsked, answers) };
}

export function itemsOf(card: MatterCard, facet: Facet): readonly Item[] {
  return facet === 'overview' ? [] : card[facet];
}

function facetLines(
  facet: Exclude<Facet, 'overview'>,
  card: MatterCard,
  document: MatterDocument,
  answers: Answers,
): Line[] {
  return itemsOf(card, facet).flatMap((item, index) => {
    const field = document.fields.find(({ path }) => path === `${facet}/${index}`);
    const applying = applies(item.when, answers);
    if (!field || applying === false) return [];
    const condition = applying === null && item.when ? conditionInWords(item.when, card, answers) : '';
    const text = stated(field, item);
    if (condition === '' || saysItself(item, text, condition))
      return [{ text, section: sections[facet], fields: [field] }];
    const questions = document.fields.filter(({ path }) =>
      Object.keys(item.when ?? {}).some((id) => path === `questions/${id}`),
    );
    return [{ text: `${condition}的情形：${text}`, section: sections[facet], fields: [field, ...questions] }];
  });
}

/** Many facts already say when they apply: 「城市低保标准是…」, 「结婚证（父母已登记结婚的需要）」. */
function saysItself(item: Item, text: string, condition: string): boolean {
  return ('needed' in item && item.needed !== undefined) || coverage(bigrams(condition), bigrams(text)) >= 0.5;
}

/** An uncertain fact is never said without the sentence that says so. */
function stated({ passage }: Field, { certainty }: { certainty: string }): string {
  return certainty === 'uncertain' ? passage.text.replace(/。$/u, '') + subjectToCurrentGuide : passage.text;
}

function overviewLines(question: string, card: MatterCard, document: MatterDocument, answers: Answers): Line[] {
  const summary = document.fields.find(({ path }) => path === 'summary')!;
  return [
    { text: stated(summary, card.summary), section: '概要', fields: [summary] },
    // 「要办哪些证」 asks what is joined up, not what to bring.
    ...(/(?:哪些|什么)(?:证|手续|许可|事)|包含|包括/u.test(question) ? componentLines(card, document) : []),
    ...facetLines('conditions', card, document, answers).slice(0, 4),
    ...facetLines('steps', card, document, answers).slice(0, 8),
  ];
}

/**
 * Where a side of the matter was asked for, another line must speak of much more than its name to be told as well;
 * where none was, a line that shares more than chance is the best there is.
 */
function relevantLines(
  question: string,
  facets: readonly Facet[],
  card: MatterCard,
  document: MatterDocument,
): Field[] {
  return facets.length > 0
    ? relevantFields(withoutNames(question, card), document, { limit: 2, scoreNeeded: 6 })
    : relevantFields(question, document, { limit: 2, scoreNeeded: 3 });
}

function withoutNames(question: string, { title, aliases }: MatterCard): string {
  const names = [title.replace(/一件事$/u, ''), ...aliases].sort((left, right) => right.length - left.length);
  return names.reduce((left, name) => left.replaceAll(name, ' '), question);
}

/** A line that was not asked for by its heading, yet speaks of what was asked. */
function relevantLine(field: Field, card: MatterCard, answers: Answers): Line[] {
  const [list, key = '', option] = field.path.split('/');
  const section = '与您的问题最相关';
  if (list === 'faqs') {
    const { answer } = card.faqs[Number(key)]!;
    return [
      {
        text: stated({ ...field, passage: { ...field.passage, text: answer.text } }, answer),
        section,
        fields: [field],
      },
    ];
  }
  if (list === 'questions') {
    const effect = card.questions.find(({ id }) => id === key)?.options.find(({ id }) => id === option)?.effect;
    return effect ? [{ text: stated(field, effect), section, fields: [field] }] : [];
  }
  const item = itemsOf(card, list as Facet)[Number(key)];
  return item && applies(item.when, answers) !== false ? [{ text: stated(field, item), section, fields: [field] }] : [];
}

function componentLines(card: MatterCard, document: MatterDocument): Line[] {
  return card.components.flatMap((component, index) => {
    const field = document.fields.find(({ path }) => path === `components/${index}`);
    return field ? [{ text: stated(field, component), section: '包含的事项', fields: [field] }] : [];
  });
}

/** What choosing an option changes is told first, or the rest reads as if nothing had been said. */
function effectLines(card: MatterCard, document: MatterDocument, answers: Answers): Line[] {
  return card.questions.flatMap(({ id, options }) => {
    const effect = options.find((option) => option.id === answers[id])?.effect;
    const field = document.fields.find(({ path }) => path === `questions/${id}/${answers[id]}`);
    return field && effect ? [{ text: stated(field, effect), section: '您的情形', fields: [field] }] : [];
  });
}

/** The frequent question that this one repeats: most of its character pairs stand in what was asked, or the reverse. */
function matchingFaq(question: string, card: MatterCard, document: MatterDocument): Line | null {
  const asked = bigrams(question);
  const scored = card.faqs.map((faq, index) => {
    const words = bigrams(faq.question);
    return { faq, index, score: (coverage(words, asked) + coverage(asked, words)) / 2 };
  });
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left), {
    score: 0,
    index: -1,
    faq: null,
  } as {
    faq: MatterCard['faqs'][number] | null;
    index: number;
    score: number;
  });
  const field = document.fields.find(({ path }) => path === `faqs/${best.index}`);
  // 「租房的」 shares its pairs with many a question and repeats none.
  if (!best.faq || !field || asked.size < 4 || best.score < 0.45) return null;
  const suffix = best.faq.answer.certainty === 'uncertain' ? subjectToCurrentGuide : '';
  return { text: best.faq.answer.text.replace(/。$/u, suffix || '。'), section: '直接回答', fields: [field] };
}

function cited(lines: readonly Line[]): { sentences: Sentence[]; citations: Citation[] } {
  const fields = [...new Set(lines.flatMap((line) => line.fields))];
  const citations = fields.map(({ passage }) => ({
    docId: passage.docId,
    title: passage.heading,
    quote: passage.text,
    start: passage.start,
    end: passage.end,
  }));
  const sentences = lines.map(({ text, section, fields: support }) => ({
    text,
    section,
    citations: support.map((field) => fields.indexOf(field)),
  }));
  return { sentences, citations };
}

/** The open question that decides most of what was asked, as taps; after an overview, what one asks next. */
function nextOptions(card: MatterCard, facets: readonly Facet[], items: readonly Item[], answers: Answers): Option[] {
  const [open] = openQuestions(items, answers);
  const question = card.questions.find(({ id }) => id === open);
  if (question) return question.options.map(({ label }) => ({ label, send: label }));
  const name = card.title.replace(/一件事$/u, '');
  return Object.entries(furtherQuestions)
    .filter(([facet]) => !facets.includes(facet as Facet) && itemsOf(card, facet as Facet).length > 0)
    .map(([, words]) => ({ label: words, send: `${name}${words}？` }));
}
