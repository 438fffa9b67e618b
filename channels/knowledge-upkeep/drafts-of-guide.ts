import { createHash } from 'node:crypto';
import type { MatterCard } from '../../knowledge/index.ts';
import { chongqingDay, type Document, type DraftedMatter, draftMatters } from '../../knowledge/index.ts';
import { CardBody, type UnreadPart } from './card-body.ts';
import { emptyBody } from './card-drafts.ts';
import { toCardBody } from './read-card.ts';
import type { GuideMatter } from './upkeep-tables.ts';

/** A draft to be: a new matter, or another version of the card that goes by its name. */
export interface GuideDraft {
  body: CardBody;
  unread: UnreadPart[];
  /** The card it is another version of; null for a new one. */
  known: MatterCard | null;
}

/** The cards that a document describes; `cards` are those that are known, each by its newest version. */
export function draftsOfGuide(document: Document, cards: readonly MatterCard[], now: Date): GuideDraft[] {
  return draftMatters(document).map((matter) => {
    const known = cardCalled(matter.title, cards);
    const today = chongqingDay(now);
    const body = {
      ...mergedWith(known, matter),
      validFrom: today,
      validTo: null,
      reviewedAt: today,
      source: document.title,
    };
    return { body: CardBody.parse(cut(body)), unread: matter.unread.map(cutUnread), known };
  });
}

export function mattersOfGuide(document: Document, cards: readonly MatterCard[]): GuideMatter[] {
  return draftMatters(document).map(({ title, place }) => {
    const known = cardCalled(title, cards);
    return { title, cardId: known?.id ?? idOf(title), isNew: known === null, page: place.page };
  });
}

/** Words around a name that do not change which matter it is. */
const folded = (name: string) =>
  name.normalize('NFKC').replace(/一件事|[\s\p{P}]/gu, '').replace(/^(?:重庆市)/u, '').replace(/(?:办理|申办|服务)+$/u, ''); // biome-ignore format: one expression

function cardCalled(title: string, cards: readonly MatterCard[]): MatterCard | null {
  const name = folded(title);
  const called = (card: MatterCard) => [card.title, ...card.aliases].some((other) => folded(other) === name);
  return cards.find((card) => folded(card.title) === name) ?? cards.find(called) ?? null;
}

/** The same title gives the same id, so that a guide read twice speaks of one matter. */
const idOf = (title: string) => `guide-${createHash('sha256').update(folded(title)).digest('hex').slice(0, 10)}`;

/** What the guide says goes before what the card said; what it does not speak of stays as it was. */
function mergedWith(known: MatterCard | null, matter: DraftedMatter): CardBody {
  const before = known ? toCardBody(known) : { ...emptyBody, id: idOf(matter.title), title: matter.title };
  const {
    title,
    aliases,
    audience,
    summary,
    lead,
    participants,
    materials,
    faqs,
    unread: _,
    place: __,
    ...lists
  } = matter;
  const asked = new Set(faqs.map(({ question }) => question));
  return {
    ...before,
    ...Object.fromEntries(Object.entries(lists).filter(([, facts]) => facts.length > 0)),
    aliases: [...new Set([...before.aliases, ...aliases, ...(known ? [] : [title])])],
    audience: audience ?? before.audience,
    summary: before.summary.text === '' && summary ? summary : before.summary,
    lead: lead || before.lead,
    participants: participants.length > 0 ? participants : before.participants,
    materials: materials.length > 0 ? materials : before.materials,
    faqs: [...faqs, ...before.faqs.filter(({ question }) => !asked.has(question))],
  };
}

/** No guide may make a draft that its own schema refuses: what is too long is cut, and the reviewer sees the place. */
function cut(body: CardBody): CardBody {
  const line = <Fact extends { text: string }>(fact: Fact): Fact => ({ ...fact, text: fact.text.slice(0, 2_000) });
  const lines = <Fact extends { text: string }>(facts: readonly Fact[]): Fact[] => facts.slice(0, 200).map(line);
  return {
    ...body,
    title: body.title.slice(0, 200),
    lead: body.lead.slice(0, 200),
    participants: body.participants.slice(0, 50).map((name) => name.slice(0, 200)),
    aliases: body.aliases.slice(0, 100).map((name) => name.slice(0, 200)),
    components: lines(body.components),
    conditions: lines(body.conditions),
    steps: lines(body.steps),
    limits: lines(body.limits),
    fees: lines(body.fees),
    rules: lines(body.rules),
    places: lines(body.places),
    results: lines(body.results),
    legal: lines(body.legal),
    materials: body.materials.slice(0, 200),
    faqs: body.faqs
      .slice(0, 100)
      .map(({ question, answer }) => ({ question: question.slice(0, 2_000), answer: line(answer) })),
  };
}

const cutUnread = (part: UnreadPart): UnreadPart => ({ ...part, text: part.text.slice(0, 2_000) });
