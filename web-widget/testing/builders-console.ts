import type { EvalRun } from '../../channels/http/api-types.ts';
import type { DataReply } from '../widget/reply-types.ts';
import { evalRun } from './builders.ts';

const top: [string, number][] = [['渝中区', 412], ['九龙坡区', 388], ['沙坪坝区', 351], ['南岸区', 330], ['万州区', 287]]; // biome-ignore format: one small table

export function dataReply(fields: Partial<DataReply['data']> = {}): DataReply {
  const rows = top.map(([district, count]) => ({ district, complaints: count }));
  return {
    outcome: 'data',
    text: '2026 年 10 月，渝中区投诉量最多，共 412 件。',
    data: {
      plan: {
        kind: 'aggregate', subject: 'tickets', metrics: ['complaints'], dimensions: ['district'], grain: null, filter: null,
        window: { from: '2026-10-01', to: '2026-10-31', said: '上个月' }, comparison: null, share: false, part: null, having: null,
        orderBy: [{ field: 'complaints', direction: 'desc' }], limit: 5, offset: 0, columns: [], pick: null, distinct: false, chart: 'bar',
      },
      sql: 'select "district", count(*) as "complaints" from "tickets" group by "district" order by 2 desc limit 5',
      params: [],
      columns: [
        { name: 'district', label: '区县', unit: null, role: 'dimension' },
        { name: 'complaints', label: '投诉量（件）', unit: '件', role: 'metric' },
      ],
      rows,
      chart: {
        xAxis: { type: 'category', data: top.map(([district]) => district) },
        yAxis: { type: 'value', name: '件' },
        series: [{ type: 'bar', name: '投诉量', data: top.map(([, count]) => count) }],
      },
      explanation: ['指标：投诉量，即目的为投诉的工单数。', '时间：2026-10-01 至 2026-10-31。', '按投诉量从高到低取前 5 个区县。', '数据来源：诉求。合成数据，仅供演示。'],
      assumptions: [{ text: '「投诉量」按登记时间统计', field: 'filed_at' }],
      chips: [],
      jurisdiction: null,
      dataAsOf: '2026-11-23T02:00:00Z',
      uncovered: [],
      hidden: 0,
      isCut: false,
      confidence: 0.93,
      ...fields,
    },
  }; // biome-ignore format: one answer, one glance
}

/** A run of a suite of messages: slices in two dimensions, totals, and a confusion matrix, in the record's own order. */
export function routingRun(fields: Partial<EvalRun> = {}): EvalRun {
  return evalRun({
    suite: 'routing',
    data: 'routing',
    metrics: {
      labelTop1: 0.893,
      labelTop3: 0.939,
      kindAccuracy: 0.88,
      emergencyRecall: 0.652,
      unsupportedSentences: 3,
    },
    slices: {
      'tag=typo': { n: 9, labelTop1: 0.889, labelTop3: 0.889, kindAccuracy: 1, emergencyRecall: null },
      'tag=speech': { n: 10, labelTop1: 1, labelTop3: 1, kindAccuracy: 0.9, emergencyRecall: 1 },
      'kind=data': { n: 15, labelTop1: null, labelTop3: null, kindAccuracy: 0.933, emergencyRecall: null },
      'kind=matter': { n: 68, labelTop1: 0.853, labelTop3: 0.926, kindAccuracy: 0.926, emergencyRecall: null },
      'confusion=data': { data: 14, matter: 1 },
      'confusion=matter': { matter: 63, complaint: 5 },
    },
    ...fields,
  });
}
