import type { Fact, SourceSpan } from '../catalogue/fact.ts';
import type { MatterCard } from '../catalogue/matter-card.ts';
import type { GuideField } from '../ingest/guide-fields.ts';
import type { Document } from '../search/passage.ts';
import { type GuideMatter, type GuidePart, pageOf, readGuide } from './read-guide.ts';
import { type ReadMaterial, readMaterial } from './read-material.ts';
import type { Item } from './split-items.ts';

/** A stretch of the guide that no field took: its place, what it says and why it was left. */
export interface Unread {
  heading: string;
  text: string;
  place: SourceSpan;
  reason: string;
}

type Sourced = Required<Pick<Fact, 'certainty' | 'source' | 'cited'>>;
type DraftFact = Pick<Fact, 'text'> & Sourced;
type Lists = 'components' | 'conditions' | 'steps' | 'limits' | 'fees' | 'rules' | 'places' | 'results' | 'legal';

/** What a guide says of a matter, in the parts of a card; what it does not say is empty. */
export interface DraftedMatter extends Record<Lists, DraftFact[]> {
  title: string;
  aliases: string[];
  audience: MatterCard['audience'] | null;
  summary: DraftFact | null;
  lead: string;
  participants: string[];
  materials: (ReadMaterial & Sourced)[];
  faqs: { question: string; answer: DraftFact }[];
  unread: Unread[];
  /** Where it begins in the document. */
  place: SourceSpan;
}

/** The matters of a service guide as drafts for review. Nothing is guessed: what was not understood is in `unread`. */
export function draftMatters(document: Document): DraftedMatter[] {
  return readGuide(document).map((matter) => draftMatter(matter, document));
}

/** Fields that are lists of sentences of their own. */
const sentences: Partial<Record<GuideField, Lists>> = {
  components: 'components', conditions: 'conditions', steps: 'steps', rules: 'rules', legal: 'legal',
}; // biome-ignore format: a table

/** Fields whose value says nothing without its name: 「法定办结时限：20 个工作日。」 */
const named: Partial<Record<GuideField, Lists>> = {
  legalLimit: 'limits', promisedLimit: 'limits', limit: 'limits', fees: 'fees', places: 'places', hours: 'places',
  online: 'places', phone: 'places', complaint: 'places', results: 'results', delivery: 'results', visits: 'steps',
}; // biome-ignore format: a table

const nothingSaid = /^(?:无|没有|暂无|\/|-|—|——)$/u;
const elsewhere =
  /^(?:详?见|参见|请见|另附|同|如)?(?:附件|附表|附图|下图|流程图|上表|下表|网站)[^，。]{0,16}$|^(?:详见|见)\S{0,20}$/u;

function draftMatter(matter: GuideMatter, document: Document): DraftedMatter {
  const place = ({ start, end }: Item): SourceSpan => ({
    docId: document.id,
    page: pageOf(document, start),
    start,
    end,
  });
  const draft: DraftedMatter = {
    title: matter.title.text.replace(/[；;。：:\s]+$/u, ''), aliases: [], audience: null, summary: null, lead: '',
    participants: [], components: [], conditions: [], materials: [], steps: [], limits: [], fees: [], rules: [],
    places: [], results: [], faqs: [], legal: [], unread: [], place: place(matter.title),
  }; // biome-ignore format: every part at a glance
  const sourced = (item: Item): Sourced => ({
    certainty: 'official',
    source: nameOfPlace(document, pageOf(document, item.start)),
    cited: place(item),
  });
  const leave = (heading: string, item: Item, reason: string) =>
    draft.unread.push({ heading, text: item.text, place: place(item), reason });
  for (const part of matter.parts) readPart(part, { draft, sourced, leave });
  for (const item of matter.stray) leave('', item, '不在认得的栏目下面');
  const lead = matter.parts.find(({ field }) => field === 'lead')?.items[0];
  if (lead && draft.lead !== '') draft.summary = { text: `${draft.title}由${draft.lead}办理。`, ...sourced(lead) };
  return draft;
}

/** `《办事指南》第 12 页`. */
export function nameOfPlace({ title }: Pick<Document, 'title'>, page: number | null): string {
  return `《${title.replace(/^《|》$/gu, '')}》${page === null ? '' : `第 ${page} 页`}`;
}

interface Drafting {
  draft: DraftedMatter;
  sourced: (item: Item) => Sourced;
  leave: (heading: string, item: Item, reason: string) => void;
}

function readPart(part: GuidePart, drafting: Drafting): void {
  const { draft, sourced, leave } = drafting;
  const { field, name } = part;
  const said = part.items.filter(({ text }) => field === 'fees' || !nothingSaid.test(text));
  const told = said.filter(({ text }) => !elsewhere.test(text));
  for (const item of said.filter(({ text }) => elsewhere.test(text)))
    leave(name, item, '正文在附件、图或别处，请对照原文填写');
  const list = sentences[field] ?? named[field];
  if (field === 'materials') readMaterials(told, name, drafting);
  else if (field === 'faqs') readQuestions(told, name, drafting);
  else if (field === 'fees') readFees(told, name, drafting);
  else if (list) {
    const before = sentences[field] ? '' : `${name}：`;
    draft[list].push(...told.map((item) => ({ text: sentence(before + item.text), ...sourced(item) })));
  } else readSingle(part, told, drafting);
}

/** Fields of one value; further lines below them are somebody's to read. */
function readSingle({ field, name }: GuidePart, [first, ...others]: readonly Item[], { draft, leave }: Drafting): void {
  if (!first) return;
  const names = first.text
    .split(/[、；;，,]/u)
    .map((one) => one.replace(/[。\s]+$/u, '').trim())
    .filter((one) => one !== '');
  if (field === 'lead') {
    draft.lead ||= names[0] ?? '';
    draft.participants.push(...names.slice(1));
  } else if (field === 'participants') draft.participants.push(...names);
  else if (field === 'aliases') draft.aliases.push(...names);
  else if (field === 'audience' && /自然人|个人|公民|居民/u.test(first.text)) draft.audience = 'personal';
  else if (field === 'audience' && /法人|企业|组织|个体/u.test(first.text)) draft.audience = 'business';
  else leave(name, first, '事项卡没有这一栏');
  for (const item of others) leave(name, item, `“${name}”只取了第一行`);
}

/** 「收费：否」 is said in words that can stand alone. */
function readFees(items: readonly Item[], name: string, { draft, sourced }: Drafting): void {
  for (const item of items) {
    const isFree = /^(?:否|无|不收费|免费|不收取(?:任何)?费用|0元?)[。；]?$/u.test(item.text);
    const text = isFree ? '不收费。' : sentence(/^是[。；]?$/u.test(item.text) ? '收费。' : `${name}：${item.text}`);
    if (!draft.fees.some((fee) => fee.text === text)) draft.fees.push({ text, ...sourced(item) });
  }
}

function readMaterials(items: readonly Item[], name: string, { draft, sourced, leave }: Drafting): void {
  for (const item of items) {
    const material = readMaterial(item.text);
    if (material && material.name !== '' && material.name.length <= 60)
      draft.materials.push({ ...material, ...sourced(item) });
    else leave(name, item, '看不出是哪一项材料');
  }
}

/** 「问：… 答：…」 in one line or two, or a question and the lines below it. */
function readQuestions(items: readonly Item[], name: string, { draft, sourced, leave }: Drafting): void {
  let question: string | null = null;
  for (const item of items) {
    const [, asked, answered = ''] =
      /^(?:问[：:]?\s*)?(.{3,120}?[？?])\s*(?:答[：:]?\s*)?(.*)$/su.exec(item.text) ?? [];
    if (asked !== undefined) {
      question = asked;
      if (answered === '') continue;
    }
    const text = (asked === undefined ? item.text : answered).replace(/^答[：:]?\s*/u, '');
    const last = draft.faqs.at(-1);
    if (question !== null) draft.faqs.push({ question, answer: { text: sentence(text), ...sourced(item) } });
    else if (last)
      last.answer = {
        ...last.answer,
        text: last.answer.text + sentence(text),
        cited: { ...last.answer.cited, end: item.end },
      };
    else leave(name, item, '看不出是在回答哪个问题');
    question = null;
  }
}

/** Ends as a sentence does; a line of an answer must be able to stand alone. */
function sentence(text: string): string {
  const bare = text.replace(/[；;，,、\s]+$/u, '');
  return /[。！？!?]$/u.test(bare) ? bare : `${bare}。`;
}
