import type { SemanticModel, Subject } from '../../knowledge/index.ts';
import { createTrie, type Trie } from './trie.ts';

/** What a word of a question may stand for, in one subject. */
export type Term =
  | { kind: 'metric'; subject: string; metric: string }
  | { kind: 'dimension'; subject: string; dimension: string }
  | { kind: 'value'; subject: string; dimension: string; values: readonly (string | number | boolean)[]; note?: string }
  | { kind: 'subject'; subject: string; strong: boolean }
  | { kind: 'sensitive' | 'absent'; topic: string };

export type Vocabulary = Trie<Term>;

const made = new WeakMap<SemanticModel, Map<string, Vocabulary>>();

/**
 * The words of the model, in the form that `foldText` gives a question: of all its subjects, or of one, so that a word
 * of another subject does not stand in the way once it is known what the question is about. Made once for each model.
 */
export function vocabularyOf(model: SemanticModel, only?: Subject): Vocabulary {
  const known = made.get(model) ?? new Map<string, Vocabulary>();
  made.set(model, known);
  const key = only?.name ?? '';
  const vocabulary = known.get(key) ?? createVocabulary(model, only ? [only] : model.subjects);
  known.set(key, vocabulary);
  return vocabulary;
}

function createVocabulary(model: SemanticModel, subjects: readonly Subject[]): Vocabulary {
  const trie = createTrie<Term>();
  for (const kind of ['sensitive', 'absent'] as const) {
    for (const { topic, words } of model[kind]) for (const word of words) trie.add(foldText(word), { kind, topic });
  }
  for (const subject of subjects) addSubject(trie, subject);
  return trie;
}

function addSubject(trie: Trie<Term>, subject: Subject): void {
  const add = (words: readonly string[], term: Term) => {
    for (const word of new Set(words.map(foldText))) trie.add(word, term);
  };
  const { name } = subject;
  add([subject.label, ...subject.aliases], { kind: 'subject', subject: name, strong: true });
  add(subject.hints, { kind: 'subject', subject: name, strong: false });
  for (const metric of subject.metrics) {
    add([metric.label, ...metric.aliases], { kind: 'metric', subject: name, metric: metric.name });
  }
  for (const dimension of subject.dimensions) {
    // 「群体诉求」 is a value; the column of yes and no has no other name.
    const isValue = dimension.values.some(({ label }) => label === dimension.label);
    add(isValue ? dimension.aliases : [dimension.label, ...dimension.aliases], {
      kind: 'dimension',
      subject: name,
      dimension: dimension.name,
    });
    for (const { value, label, aliases, note } of dimension.values) {
      // 「是」 and 「否」 are no words for a value; a yes-or-no value is said by its label.
      const own = dimension.type === 'text' && String(value).length > 1 ? [String(value)] : [];
      const words = [...own, ...(label ? [label] : []), ...aliases];
      add(words, {
        kind: 'value',
        subject: name,
        dimension: dimension.name,
        values: [value],
        ...(note ? { note } : {}),
      });
    }
  }
  for (const { dimension, aliases, values } of subject.valueGroups) {
    add(aliases, { kind: 'value', subject: name, dimension, values });
  }
}

/** Full-width to half-width, small letters, no spaces and no dots between the parts of a name: 「６０ 岁」 and 「60岁」 are one. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・‧]+/g, '');
}
