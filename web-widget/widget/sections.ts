import type { Sentence } from './reply-types.ts';

/** Neighbouring sentences under one heading. */
export interface Section {
  heading: string | undefined;
  sentences: Sentence[];
}

export function toSections(sentences: readonly Sentence[]): Section[] {
  const sections: Section[] = [];
  for (const sentence of sentences) {
    const last = sections.at(-1);
    if (last && last.heading === sentence.section) last.sentences.push(sentence);
    else sections.push({ heading: sentence.section, sentences: [sentence] });
  }
  return sections;
}
