import type { AppliesWhen, MatterQuestion } from './card-body.ts';

/** The situations in words, `外地户口或港澳台；未婚`; ids that no question knows stay as they are. */
export function sayWhen(when: AppliesWhen | undefined, questions: readonly MatterQuestion[]): string {
  return Object.entries(when ?? {})
    .map(([question, wanted]) => {
      const options = questions.find(({ id }) => id === question)?.options ?? [];
      return wanted.map((id) => options.find((option) => option.id === id)?.label || id).join('或');
    })
    .join('；');
}
