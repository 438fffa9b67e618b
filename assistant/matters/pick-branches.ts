import type { AppliesWhen, MatterCard } from '../../knowledge/index.ts';

/** Question id → option id, for what is known of the citizen's situation. */
export type Answers = Readonly<Record<string, string>>;

/** Whether a fact applies: `null` while it still depends on an unanswered question. */
export function applies(when: AppliesWhen | undefined, answers: Answers): boolean | null {
  let open = false;
  for (const [question, options] of Object.entries(when ?? {})) {
    const answer = answers[question];
    if (answer === undefined) open = true;
    else if (!options.includes(answer)) return false;
  }
  return open ? null : true;
}

/**
 * The situational questions that the message itself answers: an option's words stand in it and no other option of the
 * same question has longer words there. A tapped option comes as exactly its label.
 */
export function answersIn(text: string, card: MatterCard): Answers {
  const found: Record<string, string> = {};
  for (const { id, options } of card.questions) {
    const said = options.map((option) => ({
      option: option.id,
      length: longestSaid(text, [option.label, ...option.saidAs]),
    }));
    const best = said.reduce((left, right) => (right.length > left.length ? right : left));
    const tied = said.filter(({ length }) => length === best.length).length > 1;
    if (best.length > 0 && !tied) found[id] = best.option;
  }
  return found;
}

function longestSaid(text: string, wordings: readonly string[]): number {
  return Math.max(0, ...wordings.filter((words) => says(text, words)).map((words) => words.length));
}

/** A single character such as 「是」 counts only as the whole message, or it would be found everywhere. */
function says(text: string, words: string): boolean {
  return words.length === 1 ? text.replace(/[，。！？!?,.\s的呢啊哦嘛]/gu, '') === words : text.includes(words);
}

/** Open questions that facts of a list depend on, the one that decides most of them first. */
export function openQuestions(facts: readonly { when?: AppliesWhen | undefined }[], answers: Answers): string[] {
  const counts = new Map<string, number>();
  for (const { when } of facts)
    if (applies(when, answers) === null)
      for (const question of Object.keys(when ?? {}))
        if (answers[question] === undefined) counts.set(question, (counts.get(question) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left).map(([question]) => question);
}

/** The condition of a fact in words: 「孩子是在哪里出生的：外地医院」. */
export function conditionInWords(when: AppliesWhen, card: MatterCard, answers: Answers): string {
  const labels = Object.entries(when)
    .filter(([question]) => answers[question] === undefined)
    .map(([question, options]) => {
      const asked = card.questions.find(({ id }) => id === question);
      return options.map((id) => asked?.options.find((option) => option.id === id)?.label ?? id).join('或');
    });
  return labels.join('且');
}
