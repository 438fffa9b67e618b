import { type Catalogue, categoryOf } from '../../knowledge/index.ts';
import { findPlaces } from '../language/places.ts';
import type { ComplaintClassifier } from './category.ts';
import { dispatch } from './dispatch.ts';
import { purposeOf } from './purpose.ts';
import { subjectOf } from './subject.ts';
import type { TicketDraft } from './ticket.ts';
import { circumstancesOf } from './understand-complaint-circumstances.ts';
import { gradeUrgency } from './urgency.ts';

export interface UnderstandingNeeds {
  catalogue: Catalogue;
  classifier: ComplaintClassifier;
  at: Date;
  /** Set when somebody else decided the category; the classifier's own choice stays among the alternatives. */
  category?: string | undefined;
  /** Words that name the place, where somebody knows better than the whole text. */
  where?: string | undefined;
}

const titleLength = 24;

/** The built-in reading of a complaint: category, purpose, urgency, place and owner, each with its evidence. */
export function understandComplaint(
  content: string,
  { catalogue, classifier, at, category: decided, where = content }: UnderstandingNeeds,
): TicketDraft {
  const { category: likeliest, alternatives, abstained, because } = classifier.classify(content);
  const code = decided ?? likeliest;
  const refOf = (code: string) => {
    const { name } = categoryOf(catalogue.taxonomy, code);
    const group = catalogue.taxonomy.groups.find((group) => code.startsWith(`${group.code}.`));
    return { code, name, group: group?.name ?? code };
  };
  const place = findPlaces(where, catalogue.divisions, at);
  const category = categoryOf(catalogue.taxonomy, code);
  return {
    content,
    title: titleOf(content),
    purpose: purposeOf(content),
    category: refOf(code),
    alternatives: alternatives.map(({ category, p }) => ({ category: refOf(category), p })),
    abstained,
    because,
    urgency: gradeUrgency(content, category),
    place: {
      text: place.text,
      district: place.district,
      street: place.street,
      detail: [place.community, place.road, place.poi].filter(Boolean).join('') || null,
      community: place.community,
      note: place.note ?? null,
    },
    dispatch: dispatch({ category: code, place, text: content }, catalogue.responsibilities, catalogue.divisions),
    subject: subjectOf(content),
    ...circumstancesOf(content),
  };
}

/** The first clause that says something, short enough for a list. */
function titleOf(content: string): string {
  const [first = content] = content.split(/[。！？!?；;\n]/u).filter((clause) => clause.trim().length >= 4);
  const bare = first.trim();
  return bare.length <= titleLength ? bare : `${bare.slice(0, titleLength)}…`;
}
