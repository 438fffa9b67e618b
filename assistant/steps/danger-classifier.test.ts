import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findEmergencies, openKnowledge } from '../../knowledge/index.ts';
import { trainDangerClassifier } from './danger-classifier.ts';
import { hearDanger, perhapsDanger } from './hear-danger.ts';

describe('what was learnt of danger', async () => {
  const knowledge = await openKnowledge({
    corpusFolder: fileURLToPath(new URL('../../knowledge/corpus', import.meta.url)),
  });
  const { catalogue } = knowledge;
  const isHeldOut = (_: unknown, index: number) => index % 5 === 0;
  const isLearnt = (_: unknown, index: number) => index % 5 !== 0;
  // No rules at all: what is left is what was learnt from four fifths of the messages.
  const dangers = trainDangerClassifier({
    ...knowledge,
    catalogue: {
      ...catalogue,
      dangers: catalogue.dangers.filter(isLearnt),
      dangerWordings: catalogue.dangerWordings.filter(isLearnt),
      examples: catalogue.examples.filter(isLearnt),
    },
  });
  const cries = [
    ...catalogue.dangers.filter(isHeldOut).filter(({ danger }) => danger === 'now'),
    ...catalogue.dangerWordings.filter(isHeldOut).filter(({ emergency }) => emergency !== 'none'),
  ];
  const complaints = catalogue.examples
    .filter(isHeldOut)
    .filter(({ text }) => findEmergencies(text, catalogue.emergencies).length === 0);
  const share = (texts: { text: string }[], test: (text: string) => unknown) =>
    texts.filter(({ text }) => test(text)).length / texts.length;

  it('hears half of the cries for help that it has not seen, and few complaints', () => {
    expect(cries.length).toBeGreaterThan(100);
    expect(share(cries, (text) => perhapsDanger(text, dangers))).toBeGreaterThan(0.5);
    expect(share(complaints, (text) => perhapsDanger(text, dangers))).toBeLessThanOrEqual(0.03);
  });

  it('keeps one or two complaints of a hundred at most from being served', () => {
    expect(share(complaints, (text) => hearDanger(text, dangers, catalogue.emergencies))).toBeLessThanOrEqual(0.015);
  });

  it('hears with the rules two of three of the wordings that no rule was written for', () => {
    const wordings = catalogue.dangerWordings.filter(isHeldOut).filter(({ emergency }) => emergency !== 'none');
    const isHeard = (text: string) =>
      findEmergencies(text, catalogue.emergencies).length > 0 || perhapsDanger(text, dangers);
    expect(share(wordings, isHeard)).toBeGreaterThan(0.6);
  });

  it('says the number of the emergency it is, where that is known', () => {
    const reply = hearDanger('隔壁屋头燃起来了，浓烟把楼道都封了，婆婆还在里面出不来', dangers, catalogue.emergencies);
    expect(reply).toMatchObject({ outcome: 'emergency', numbers: expect.arrayContaining(['119']) });
    expect(hearDanger('楼下路灯坏了三天没人修', dangers, catalogue.emergencies)).toBeNull();
  });

  it('knows every emergency by name that a wording tells of', () => {
    const ids = new Set(catalogue.emergencies.emergencies.map(({ id }) => id));
    const told = catalogue.dangerWordings.map(({ emergency }) => emergency).filter((id) => id !== 'none');
    expect(told.filter((id) => !ids.has(id))).toEqual([]);
  });
});
