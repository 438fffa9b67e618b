import { describe, expect, it } from 'vitest';
import { readMatters } from '../knowledge/index.ts';
import { describeDataSets } from './data-sets/describe-data-sets.ts';
import { describeSuites } from './describe-suites.ts';
import { ownDataSetFolder } from './own-data-sets.ts';
import { readAnswerCases } from './suites/answers/answer-case.ts';
import { readTestTexts, readTrainingTexts } from './suites/classification/labelled-text.ts';
import { readRoutingCases, routeKinds } from './suites/routing/routing-case.ts';
import { suites } from './suites/suites.ts';

const corpus = new URL('../knowledge/corpus/matters', import.meta.url).pathname;

describe("the product's own data sets", () => {
  it('are there for every suite, readable and counted', async () => {
    const described = await describeSuites(suites);
    expect(described.map(({ name }) => name)).toEqual(suites.map(({ name }) => name));
    for (const { dataSets } of described) expect(dataSets[0]?.cases).toBeGreaterThan(0);
  });

  it('have a version that tells what they cover', async () => {
    const [version] = await describeDataSets(suites.filter(({ name }) => name === 'routing'));
    expect(version).toMatchObject({
      suite: 'routing',
      name: 'routing',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(version!.splits.test).toBe(version!.cases);
    expect(version!.coverage).toMatchObject({ 'kind=emergency': 23, 'tag=dialect': expect.any(Number) });
  });

  it('route every kind, and name only matters that there are', async () => {
    const cases = await readRoutingCases(ownDataSetFolder('routing'));
    expect(cases.length).toBeGreaterThanOrEqual(160);
    expect(new Set(cases.map(({ kinds }) => kinds[0]))).toEqual(new Set(routeKinds));
    const ids = new Set((await readMatters(corpus)).map(({ id }) => id));
    const labels = cases.filter(({ kinds }) => kinds[0] === 'matter').map(({ labels }) => labels[0]);
    expect(labels.filter((label) => label === undefined || !ids.has(label))).toEqual([]);
  });

  it('ask for answers from matters that there are, in no words of their cards', async () => {
    const cases = await readAnswerCases(ownDataSetFolder('answers'));
    expect(cases.length).toBeGreaterThanOrEqual(80);
    const cards = await readMatters(corpus);
    const ids = new Set(cards.map(({ id }) => id));
    expect(cases.flatMap(({ expect: { matter } }) => (matter && !ids.has(matter) ? [matter] : []))).toEqual([]);

    const written = JSON.stringify(cards);
    const copied = cases
      .flatMap(({ messages }) => messages)
      .filter((said) => said.length > 8 && written.includes(said));
    expect(copied).toEqual([]);
  });

  it('teach no text that they judge by', async () => {
    const folder = ownDataSetFolder('classification');
    const learnt = new Set((await readTrainingTexts(folder)).map(({ text }) => text));
    expect((await readTestTexts(folder)).filter(({ text }) => learnt.has(text))).toEqual([]);
  });
});
