import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findEmergencies, openKnowledge } from '../../knowledge/index.ts';
import { soundsLikeDanger, trainDangerClassifier } from './danger-classifier.ts';

it('hears danger in wordings that no rule knows, and seldom where there is none', async () => {
  const knowledge = await openKnowledge({
    corpusFolder: fileURLToPath(new URL('../../knowledge/corpus', import.meta.url)),
  });
  const { catalogue } = knowledge;
  const isHeldOut = (_: unknown, index: number) => index % 5 === 0;
  const isLearnt = (_: unknown, index: number) => index % 5 !== 0;
  // No rules at all: what is left is what was learnt from four fifths of the messages.
  const learnt = {
    ...catalogue,
    dangers: catalogue.dangers.filter(isLearnt),
    examples: catalogue.examples.filter(isLearnt),
  };
  const dangers = trainDangerClassifier({ ...knowledge, catalogue: learnt });
  const share = (texts: { text: string }[]) =>
    texts.filter(({ text }) => soundsLikeDanger(text, dangers)).length / texts.length;

  const cries = catalogue.dangers.filter(isHeldOut).filter(({ danger }) => danger === 'now');
  const complaints = catalogue.examples
    .filter(isHeldOut)
    .filter(({ text }) => findEmergencies(text, catalogue.emergencies).length === 0);
  expect(share(cries)).toBeGreaterThan(0.5);
  expect(share(complaints)).toBeLessThan(0.04);
});
