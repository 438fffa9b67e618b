import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LearntEngines, learnEngines } from '../../assistant/index.ts';
import { bareAssistant, harnessOf, judgedAt } from '../../channels/evaluation/judged-assistant.ts';
import { type Knowledge, openKnowledge, type Search } from '../../knowledge/index.ts';
import { createCaseSuite } from '../case-suite.ts';
import type { Harness } from '../harness.ts';
import { runInMemory } from '../runs/run-in-memory.ts';
import { meanOf } from '../scorers/scorer.ts';
import type { Suite } from '../suite.ts';
import { type DataCase, readDataCases } from '../suites/data/data-case.ts';
import { openDataSet } from '../suites/data/open-data-set.ts';
import { playDataCase, type RecordedData } from '../suites/data/play-data-case.ts';
import { openRetrievalCorpus } from '../suites/retrieval/open-retrieval-corpus.ts';
import { createRetrievalSuite } from '../suites/retrieval/retrieval-suite.ts';
import { routingSuite } from '../suites/routing/routing-suite.ts';
import { scriptedHarness } from '../testing/scripted-assistant.ts';
import { blessRun } from './bless.ts';
import type { SuiteGate } from './gate-report.ts';
import { gateSuites } from './gate-suites.ts';

const nothing = scriptedHarness({});

describe('a planted regression', () => {
  let baselines: string;
  beforeAll(async () => {
    baselines = await mkdtemp(join(tmpdir(), 'planted-'));
  });
  afterAll(() => rm(baselines, { recursive: true }));

  const bless = async (suite: Suite, harness: Harness, folder?: string) => {
    const { summary, identity, cases } = await runInMemory({ suite, harness, ...(folder ? { folder } : {}) });
    const run = { suite, data: summary.data, identity, cases, metrics: summary.metrics };
    await blessRun(run, { reason: '之前', at: new Date(), acceptMisses: true, folder: baselines });
  };
  const gate = async (suite: Suite, harness: Harness, folder?: string): Promise<SuiteGate> => {
    const report = await gateSuites({
      suites: [suite],
      harness,
      at: new Date(),
      folder: baselines,
      ...(folder ? { data: folder } : {}),
    });
    expect(report.verdict).toBe(report.suites[0]!.verdict);
    return report.suites[0]!;
  };

  it('of the retriever fails the retrieval suite, and the same retriever passes', async () => {
    const blunt =
      (search: Search): Search =>
      async (query, options) =>
        (await search(query, options)).filter((_, rank) => rank % 2 === 1);
    const worse = createRetrievalSuite(async (folder) => {
      const corpus = await openRetrievalCorpus(folder);
      return { ...corpus, search: { ...corpus.search, search: blunt(corpus.search.search) } };
    });
    await bless(createRetrievalSuite(), nothing);
    expect(await gate(createRetrievalSuite(), nothing)).toMatchObject({ verdict: 'pass', reasons: [] });
    const fallen = await gate(worse, nothing);
    expect(fallen).toMatchObject({ suite: 'retrieval', verdict: 'fail' });
    expect(
      fallen.groups.filter(({ verdict }) => verdict === 'fail').map(({ group, score }) => `${group} ${score}`),
    ).toEqual(expect.arrayContaining(['all ndcg@10', 'all recall@10']));
  });

  describe('of the assistant', () => {
    let knowledge: Knowledge;
    let engines: LearntEngines;
    beforeAll(async () => {
      knowledge = await openKnowledge({
        corpusFolder: fileURLToPath(new URL('../../knowledge/corpus', import.meta.url)),
      });
      engines = learnEngines(knowledge, judgedAt);
    });
    afterAll(() => knowledge.close());

    const harnessWith = (learnt: LearntEngines) =>
      harnessOf(bareAssistant({ knowledge, engines: learnt, model: null }), knowledge);
    /** The learnt engines with one group of complaint categories no longer recognised. */
    const deafTo = (group: string): LearntEngines => ({
      ...engines,
      complaints: {
        classify(text) {
          const guess = engines.complaints.classify(text);
          const others = guess.alternatives.filter(({ category }) => !category.startsWith(`${group}.`));
          return { ...guess, category: others[0]?.category ?? 'C18.01', alternatives: others };
        },
      },
    });

    it('in one complaint category fails that category by name, and the same assistant passes twice alike', async () => {
      await bless(routingSuite, harnessWith(engines));
      expect(await gate(routingSuite, harnessWith(engines))).toMatchObject({ verdict: 'pass', reasons: [] });
      const { verdict, groups, reasons } = await gate(routingSuite, harnessWith(deafTo('C06')));
      expect(verdict).toBe('fail');
      const failed = groups.filter((group) => group.verdict === 'fail').map(({ group }) => group);
      expect(failed[0]).toBe('topic=C06');
      expect(failed.filter((group) => group.startsWith('topic='))).toEqual(expect.arrayContaining(['topic=C06']));
      expect(new Set(failed.filter((group) => group.startsWith('topic=')))).toEqual(new Set(['topic=C06']));
      expect(reasons.join()).toContain('分组 topic=C06');
    });

    it('gives the same scores, case by case, when it is run twice', async () => {
      const [first, second] = [
        await runInMemory({ suite: routingSuite, harness: harnessWith(engines) }),
        await runInMemory({ suite: routingSuite, harness: harnessWith(learnEngines(knowledge, judgedAt)) }),
      ];
      expect(second.cases.map(({ caseId, scores }) => [caseId, scores])).toEqual(
        first.cases.map(({ caseId, scores }) => [caseId, scores]),
      );
      expect(second.summary.metrics).toEqual(first.summary.metrics);
    });
  });

  describe('of the jurisdiction filter', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'jurisdiction-'));
      await writeTables(folder);
    });
    afterAll(() => rm(folder, { recursive: true }));

    /** Data questions of cadres, some from a district. `lost`: the district is gone before the filter sees it. */
    const dataQuestions = (lost: boolean): Suite =>
      createCaseSuite<DataCase, RecordedData>({
        name: 'data',
        title: '数据问答',
        metrics: ['right'],
        ownDataSets: [],
        readCases: readDataCases,
        toKept: (input) => input,
        async prepare(options) {
          const set = await openDataSet(options.folder);
          const record = (one: DataCase) => playDataCase(lost ? { ...one, district: null } : one, set.skill);
          return Object.assign(record, { close: set.close });
        },
        scorers: [
          {
            name: 'right',
            score: ({ input, output }) => (JSON.stringify(output.rows) === JSON.stringify(input.gold) ? 1 : 0),
          },
        ],
        measure: (cases) => ({ right: meanOf(cases.map(({ scores }) => scores.right)) }),
        slicesOf: ({ phenomenon }) => (phenomenon ? [`phenomenon=${phenomenon}`] : []),
      });

    it('fails at once and names jurisdiction, and the filter in its place passes', async () => {
      await bless(dataQuestions(false), nothing, folder);
      expect(await gate(dataQuestions(false), nothing, folder)).toMatchObject({
        verdict: 'pass',
        misses: [],
        compared: 8,
      });
      const { verdict, misses, groups, reasons } = await gate(dataQuestions(true), nothing, folder);
      expect(verdict).toBe('fail');
      expect(new Set(misses.map(({ kind }) => kind))).toEqual(new Set(['jurisdiction']));
      expect(misses.every(({ accepted }) => !accepted)).toBe(true);
      expect(groups[0]).toMatchObject({ group: 'phenomenon=jurisdiction', verdict: 'fail' });
      expect(reasons[0]).toContain('jurisdiction');
    });
  });
});

/** Cases of two districts by channel; six questions come from a cadre of one of them, two from the whole city. */
async function writeTables(folder: string): Promise<void> {
  const districts = ['渝中区', '南岸区'];
  const channels = ['电脑端', '窗口'];
  const rows = districts.flatMap((district, at) =>
    channels.flatMap((channel, beside) =>
      Array.from(
        { length: 2 + at * 3 + beside },
        (_, day) => `${district},${channel},2026-10-${String(day + 1).padStart(2, '0')}`,
      ),
    ),
  );
  const asked = [...['', '电脑端', '窗口']].flatMap((channel) =>
    districts.map((district, at) => ({ district, channel, at })),
  );
  const counted = (district: string | null, channel: string) =>
    rows.filter((row) => (!district || row.startsWith(district)) && row.includes(channel)).length;
  const cases = [
    ...asked.map(({ district, channel }) => ({ district, channel, phenomenon: 'jurisdiction' })),
    ...['', '窗口'].map((channel) => ({ district: null, channel, phenomenon: 'count' })),
  ].map(({ district, channel, phenomenon }, index) => ({
    id: `j${index}`,
    question: `2026年10月${channel}办件量是多少`,
    rows: [[counted(district, channel)]],
    phenomenon,
    ...(district ? { district } : {}),
  }));
  await mkdir(join(folder, 'tables'));
  const table = ['district,channel,day', ...rows].join('\n');
  for (const name of ['cases', 'events']) await writeFile(join(folder, 'tables', `${name}.csv`), table);
  await writeFile(join(folder, 'cases.jsonl'), cases.map((one) => JSON.stringify(one)).join('\n'));
  await writeFile(join(folder, 'model.yaml'), model);
}

const subject = (name: string, label: string, metric: string, relation: string) => `
  - name: ${name}
    label: ${label}
    aliases: [${label}]
    hints: []
    relation: ${relation}
    rowUnit: 件
    time: { column: day, grain: moment, label: 日期 }
    samples: [2026年10月${metric}是多少]
    districtColumn: district
    defaultMetric: ${name}_count
    kindDimension: channel
    overview: [${name}_count]
    owner: 测试
    source: 测试
    updated: 不更新
    sensitivity: internal
    listColumns:
      - { name: district, label: 区县, column: district }
    dimensions:
      - { name: district, label: 区县, aliases: [区县], column: district, valuesFrom: districts }
      - name: channel
        label: 渠道
        aliases: [渠道]
        column: channel
        values:
          - { value: 电脑端, aliases: [] }
          - { value: 窗口, aliases: [] }
    valueGroups: []
    metrics:
      - kind: additive
        name: ${name}_count
        label: ${metric}
        aliases: [${metric}]
        unit: 件
        formula: ${label}的件数
        measure: { aggregate: count }`;

const model = `
name: two_districts
title: 两个区的办件
about: 为测试编写
joins: []
regionAliases: {}
sensitive: []
absent: []
districtGroups: []
subjects:${subject('service_case', '办件', '办件量', 'cases')}${subject('event', '事件', '事件量', 'events')}
`;
