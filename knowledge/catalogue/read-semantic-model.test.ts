import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemsOf, readSemanticModel } from './read-semantic-model.ts';
import type { SemanticModel, Subject } from './semantic-model.ts';

const corpus = fileURLToPath(new URL('../corpus', import.meta.url));

describe('the semantic model of the demo platform', () => {
  let model: SemanticModel;
  beforeAll(async () => {
    model = await readSemanticModel(corpus);
  });
  const subject = (name: string) => model.subjects.find((one) => one.name === name)!;
  const dictionary = (of: string, dimension: string) =>
    subject(of).dimensions.find(({ name }) => name === dimension)!.values;

  it('says that its data are synthetic', () => expect(model.about).toContain('合成数据'));

  it('knows the 37 districts and counties of today and the two functional areas', () => {
    const names = new Set(dictionary('ticket', 'district').map(({ value }) => value));
    expect(names.size).toBe(39);
    expect(names).not.toContain('江北区');
  });

  it('takes a district that ended for its successor, and says so', () => {
    const old = dictionary('ticket', 'district').find(({ aliases }) => aliases.includes('渝北区'));
    expect(old).toMatchObject({ value: '两江新区', note: expect.stringContaining('2025 年 11 月撤销') });
  });

  it('puts every district of today into one region', () => {
    expect(model.regions.flatMap(({ districts }) => districts).toSorted()).toEqual(
      [...new Set(dictionary('ticket', 'district').map(({ value }) => String(value)))].toSorted(),
    );
  });

  it('takes the complaint categories from the taxonomy', () => {
    expect(dictionary('ticket', 'category').map(({ value }) => value)).toContain('社会生活噪声');
    expect(dictionary('ticket', 'category_group')).toHaveLength(18);
  });

  it('has a column for the jurisdiction in every subject', () => {
    for (const { districtColumn } of model.subjects) expect(districtColumn).toBe('district');
  });

  const changed = (name: string, change: Partial<Subject>): SemanticModel => ({
    ...model,
    subjects: model.subjects.map((one) => (one.name === name ? { ...one, ...change } : one)),
  });

  it('names a metric that does not exist', () => {
    expect(problemsOf(changed('alarm', { defaultMetric: 'noise' }))).toEqual([
      'subjects/alarm: noise is no metric of it',
    ]);
  });

  it('names a word group whose value is not in the dictionary', () => {
    const valueGroups = [{ dimension: 'scene', aliases: ['海'], values: ['海啸'] }];
    expect(problemsOf(changed('alarm', { valueGroups }))).toEqual([
      'subjects/alarm/valueGroups/scene: 海啸 is not in the dictionary',
    ]);
  });

  it('names a figure per head that has no join to the population', () => {
    expect(problemsOf({ ...model, joins: [] })).toEqual([
      'subjects/ticket/metrics/tickets_per_10k: no join to population',
    ]);
  });
});
