import type { Facet, Field, MatterCard, MatterDocument } from '../../knowledge/index.ts';
import { subjectToCurrentGuide } from '../canned-replies.ts';
import { bigrams, coverage } from './bigrams.ts';
import { type Answers, applies, conditionInWords } from './pick-branches.ts';

/** What is said of each facet, under which heading. */
export const sections: Record<Exclude<Facet, 'overview'>, string> = {
  conditions: '办理条件', materials: '申请材料', steps: '办理流程', limits: '办理时限', fees: '收费',
  rules: '标准与规则', places: '办理地点与入口', results: '办理结果', legal: '依据',
}; // biome-ignore format: a small table

const componentsSection = '包含的事项';

/** One line of an answer before it is cited. */
export interface Line {
  text: string;
  section: string;
  /** What it rests on: a field, and where its condition is said, the question that knows of the situation. */
  fields: Field[];
}

/** A card with its document and what is known of the citizen's situation. */
export interface Told {
  card: MatterCard;
  document: MatterDocument;
  answers: Answers;
}

/** An item of a card that may depend on answers, whatever list it stands in. */
export type Item = { when?: MatterCard['materials'][number]['when']; certainty: string; needed?: string | undefined };

export function itemsOf(card: MatterCard, facet: Facet): readonly Item[] {
  return facet === 'overview' ? [] : card[facet];
}

/** Every line of a side that applies; what depends on an open question is said with its condition, after what is sure. */
export function facetLines(facet: Exclude<Facet, 'overview'>, told: Told): Line[] {
  return itemsOf(told.card, facet).flatMap((_, index) => fieldLines(`${facet}/${index}`, sections[facet], told));
}

/** The line of one field under a heading; none where it does not apply. */
export function fieldLines(path: string, section: string, told: Told): Line[] {
  const field = told.document.fields.find((one) => one.path === path);
  if (!field) return [];
  const [list, key = '', option] = path.split('/');
  if (list === 'summary') return [{ text: stated(field.passage.text, told.card.summary), section, fields: [field] }];
  if (list === 'faqs') {
    const { answer } = told.card.faqs[Number(key)]!;
    return [{ text: stated(answer.text, answer), section, fields: [field] }];
  }
  if (list === 'components') {
    const text = stated(field.passage.text, told.card.components[Number(key)]!);
    return [{ text, section: componentsSection, fields: [field] }];
  }
  if (list === 'questions') return effectLine(key, option, field, section, told);
  return itemLine(itemsOf(told.card, list as Facet)[Number(key)]!, field, section, told);
}

function itemLine(item: Item, field: Field, section: string, { card, document, answers }: Told): Line[] {
  const applying = applies(item.when, answers);
  if (applying === false) return [];
  const condition = applying === null && item.when ? conditionInWords(item.when, card, answers) : '';
  const text = stated(field.passage.text, item);
  if (condition === '' || saysItself(item, text, condition)) return [{ text, section, fields: [field] }];
  const questions = document.fields.filter(({ path }) =>
    Object.keys(item.when ?? {}).some((id) => path === `questions/${id}`),
  );
  return [{ text: `${condition}的情形：${text}`, section, fields: [field, ...questions] }];
}

/** What an option changes; nothing where the citizen has said that it is another option. */
function effectLine(id: string, option: string | undefined, field: Field, section: string, told: Told): Line[] {
  const effect = told.card.questions.find((one) => one.id === id)?.options.find((one) => one.id === option)?.effect;
  const answer = told.answers[id];
  if (!effect || (answer !== undefined && answer !== option)) return [];
  return [{ text: stated(field.passage.text, effect), section, fields: [field] }];
}

/** Many facts already say when they apply: 「城市低保标准是…」, 「结婚证（父母已登记结婚的需要）」. */
function saysItself(item: Item, text: string, condition: string): boolean {
  return ('needed' in item && item.needed !== undefined) || coverage(bigrams(condition), bigrams(text)) >= 0.5;
}

/** An uncertain fact is never said without the sentence that says so. */
function stated(text: string, { certainty }: { certainty: string }): string {
  return certainty === 'uncertain' ? text.replace(/。$/u, '') + subjectToCurrentGuide : text;
}

/** What choosing an option changes is told first, or the rest reads as if nothing had been said. */
export function effectLines(told: Told): Line[] {
  return Object.entries(told.answers).flatMap(([id, option]) =>
    fieldLines(`questions/${id}/${option}`, '您的情形', told),
  );
}

/** The names of what to bring in one line, for who has not asked for more; what depends says on what. */
export function materialsInOneLine({ card, document, answers }: Told): Line[] {
  const named = card.materials.flatMap(({ name, needed, when }, index) => {
    const applying = applies(when, answers);
    const field = document.fields.find(({ path }) => path === `materials/${index}`);
    if (applying === false || !field) return [];
    return [{ name: applying === null && needed ? `${name}（${needed}）` : name, field }];
  });
  if (named.length === 0) return [];
  const text = `${named.map(({ name }) => name).join('、')}。`;
  return [
    {
      text,
      section: sections.materials,
      fields: spanOf(
        named.map(({ field }) => field),
        document,
      ),
    },
  ];
}

/** What the matter joins up, in one line. */
export function componentsInOneLine({ card, document }: Told): Line[] {
  const fields = document.fields.filter(({ path }) => path.startsWith('components/'));
  if (fields.length === 0) return [];
  const unsure = card.components.some(({ certainty }) => certainty === 'uncertain') ? subjectToCurrentGuide : '';
  const text = `${fields.map(({ passage }) => passage.text.replace(/。$/u, '')).join('、')}${unsure || '。'}`;
  return [{ text, section: componentsSection, fields: spanOf(fields, document) }];
}

/** Lines of one list stand one after the other in the document, so what is told of all cites them as one stretch. */
function spanOf(fields: readonly Field[], document: MatterDocument): Field[] {
  const [first, last] = [fields[0], fields.at(-1)];
  if (!first || !last) return [];
  const [start, end] = [first.passage.start, last.passage.end];
  return [{ ...first, passage: { ...first.passage, start, end, text: document.text.slice(start, end) } }];
}
