import { type CardBody, factsOf } from './card-body.ts';

/** What is wrong by the field it is wrong in, `materials/2/name`. The desk's own findings have the same shape. */
export type Problems = Readonly<Record<string, string>>;

/** The sentences that say what a field lacks. */
export interface ProblemWords {
  required: string;
  oneForm: string;
  twoOptions: string;
  sourceMissing: string;
  situationGone: string;
}

/** What a reader can see is missing before the desk is asked; the desk checks everything again when it publishes. */
export function findProblems(body: CardBody, words: ProblemWords): Problems {
  const found: Record<string, string> = {};
  const need = (path: string, text: string) => {
    if (text.trim() === '') found[path] = words.required;
  };
  need('title', body.title);
  need('lead', body.lead);
  need('source', body.source);
  for (const [path, fact] of factsOf(body)) {
    need(`${path}/text`, fact.text);
    if (fact.certainty === 'official' && !fact.source && !fact.cited) found[`${path}/source`] = words.sourceMissing;
    if (hasLostSituation(body, fact)) found[path] = words.situationGone;
  }
  for (const [at, material] of body.materials.entries()) {
    need(`materials/${at}/name`, material.name);
    if (material.forms.length === 0) found[`materials/${at}/forms`] = words.oneForm;
    if (hasLostSituation(body, material)) found[`materials/${at}/name`] ??= words.situationGone;
  }
  for (const [at, { question }] of body.faqs.entries()) need(`faqs/${at}/question`, question);
  for (const [at, { ask, options }] of body.questions.entries()) {
    need(`questions/${at}/ask`, ask);
    if (options.length < 2) found[`questions/${at}`] = words.twoOptions;
    for (const [option, { label }] of options.entries()) need(`questions/${at}/options/${option}/label`, label);
  }
  return found;
}

/** A fact may only depend on situations that the card asks about. */
function hasLostSituation({ questions }: CardBody, { when }: { when?: Record<string, string[]> | undefined }): boolean {
  return Object.entries(when ?? {}).some(([question, wanted]) => {
    const options = questions.find(({ id }) => id === question)?.options ?? [];
    return wanted.some((id) => !options.some((option) => option.id === id));
  });
}

/** The id of the input in which a field is edited. */
export const fieldId = (path: string): string => `field:${path}`;

/** Brings the reader to the field, or to the nearest thing around it that can be edited. */
export function focusField(path: string): void {
  for (let place = path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('/')))) {
    const input = document.getElementById(fieldId(place));
    if (input) {
      input.focus();
      input.scrollIntoView({ block: 'center' });
      return;
    }
  }
}
