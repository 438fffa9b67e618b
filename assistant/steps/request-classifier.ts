import type { Knowledge } from '../../knowledge/index.ts';
import { type TextClassifier, trainTextClassifier } from '../tickets/classify-text.ts';

// How people ask about a thing whose name they know. Only the frame is learnt from these, so a few do.
const frames = [
  (name: string) => `${name}要带什么材料`,
  (name: string) => `请问${name}怎么办理`,
  (name: string) => `我想${name}去哪里办要多久`,
  (name: string) => name,
];

/** Learns what kind of request a message is, from authored examples and from the names of the matters. */
export function trainRequestClassifier(knowledge: Knowledge, on: string): TextClassifier {
  const { routing, examples } = knowledge.catalogue;
  const cards = knowledge.matters.inForce(on);
  const named = cards.flatMap(({ title, aliases }) =>
    [title.replace(/一件事$/u, ''), ...aliases].map((name, index) => frames[index % frames.length]!(name)),
  );
  const frequent = cards.flatMap(({ faqs }) => faqs.map(({ question }) => question));
  return trainTextClassifier([
    ...routing.map(({ kind, text }) => ({ label: kind, text })),
    ...examples.filter(({ purpose }) => purpose !== '咨询').map(({ text }) => ({ label: 'complaint', text })),
    ...[...named, ...frequent].map((text) => ({ label: 'matter', text })),
  ]);
}
