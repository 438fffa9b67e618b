import type { Document, Passage } from '../search/passage.ts';
import type { Fact, SourceSpan } from './fact.ts';
import type { Facet, Material, MatterCard } from './matter-card.ts';

const formNames: Record<Material['forms'][number], string> = {
  original: '原件', copy: '复印件', electronic: '电子证照', filled: '在线填写', signed: '签字',
}; // biome-ignore format: a small table

/** Where a field of a card stands in its document, so that code holding the card can cite it. */
export interface Field {
  /** `materials/2`, `faqs/0`, `summary`. */
  path: string;
  facet: Facet;
  passage: Passage;
}

/** The line shown and cited for a material. */
export function materialLine(material: Material): string {
  const details = [
    material.forms.map((form) => formNames[form]).join('或'),
    material.copies && `${material.copies} 份`,
    material.issuer && `${material.issuer}出具`,
    material.needed && `${material.needed}需要`,
    material.replaceable === 'yes' && '有电子证照或可共享的免交',
    material.replaceable === 'partly' && '部分情形可共享免交',
    material.note,
  ].filter(Boolean);
  return `${material.name}（${details.join('；')}）`;
}

/**
 * What a version of a card is cited by: its matter, its first day and, of versions in the record, their number. Two versions
 * may begin on one day, and a citation of the earlier must not open the later.
 */
export function docIdOf({ id, validFrom, version }: Pick<MatterCard, 'id' | 'validFrom' | 'version'>): string {
  return `matter/${id}@${validFrom}${version === undefined ? '' : `.v${version}`}`;
}

/** A line of the document: what it says, and where that was read. */
interface Line {
  content: string;
  cited?: SourceSpan | undefined;
  source?: string | undefined;
  indexedAlso?: string;
}

/** A card as a plain document, with the span of every field. */
export type MatterDocument = Document & { fields: Field[] };

/**
 * Renders a card as the plain document that citizens open from a citation. Every field is one line, and its span is
 * kept, so each fact of an answer can point at the exact characters it rests on.
 */
export function toMatterDocument(card: MatterCard): MatterDocument {
  const docId = docIdOf(card);
  const fields: Field[] = [];
  let text = `${card.title}\n`;

  const line = (path: string, facet: Facet, heading: string, { content, cited, source, indexedAlso = '' }: Line) => {
    const start = text.length;
    text += `${content}\n`;
    const passage: Passage = {
      id: `${docId}#${path}`, docId, title: card.title, heading: `${card.title} › ${heading}`, text: content,
      start, end: start + content.length, matterId: card.id, facet, indexedAlso,
      ...(cited && { readIn: { ...cited, title: source ?? card.source } }), ...(cited?.page && { page: cited.page }),
    }; // biome-ignore format: one object, one glance
    fields.push({ path, facet, passage });
  };
  const section = (path: string, facet: Facet, heading: string, lines: Line[]) => {
    if (lines.length === 0) return;
    text += `\n${heading}\n`;
    for (const [index, one] of lines.entries()) line(`${path}/${index}`, facet, heading, one);
  };
  const ofFact = ({ text, cited, source }: Fact): Line => ({ content: text, cited, source });
  const texts = (facts: Fact[]) => facts.map(ofFact);

  line('summary', 'overview', '概要', { ...ofFact(card.summary), indexedAlso: card.aliases.join(' ') });
  const who = `牵头部门：${card.lead}；配合部门：${card.participants.join('、') || '无'}`;
  line('lead', 'overview', '牵头部门', { content: who });
  section('components', 'overview', '包含的事项', texts(card.components));
  section('conditions', 'conditions', '办理条件', texts(card.conditions));
  for (const question of card.questions) {
    // The options stand in the document too: what is said of a situation cites the question that knows of it.
    const asked = `${question.ask}（${question.options.map(({ label }) => label).join('／')}）`;
    text += '\n情形\n';
    line(`questions/${question.id}`, 'conditions', '情形', { content: asked });
    for (const { id, effect } of question.options)
      if (effect) line(`questions/${question.id}/${id}`, 'conditions', '情形', ofFact(effect));
  }
  section(
    'materials',
    'materials',
    '申请材料',
    card.materials.map((material) => ({ ...material, content: materialLine(material) })),
  );
  section('steps', 'steps', '办理流程', texts(card.steps));
  section('limits', 'limits', '办理时限', texts(card.limits));
  section('fees', 'fees', '收费', texts(card.fees));
  section('rules', 'rules', '标准与规则', texts(card.rules));
  section('places', 'places', '办理地点与入口', texts(card.places));
  section('results', 'results', '办理结果', texts(card.results));
  const questionsAndAnswers = card.faqs.map(({ question, answer }) => ({
    ...ofFact(answer),
    content: `${question} ${answer.text}`,
  }));
  section('faqs', 'overview', '常见问题', questionsAndAnswers);
  section('legal', 'legal', '依据', texts(card.legal));

  const passages = fields.map(({ passage }) => passage);
  return { id: docId, title: card.title, text, validFrom: card.validFrom, validTo: card.validTo, passages, fields };
}
