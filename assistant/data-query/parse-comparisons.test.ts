import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSemanticModel, type SemanticModel } from '../../knowledge/index.ts';
import { parseDataQuestion } from './parse-data-question.ts';
import { sayShape } from './testing/say-shape.ts';

describe('a question that compares, leaves out or ranks', () => {
  let model: SemanticModel;
  beforeAll(async () => {
    model = await readSemanticModel(fileURLToPath(new URL('../../knowledge/corpus', import.meta.url)));
  });

  const shape = (question: string) => {
    const parsed = parseDataQuestion(question, { model, now: new Date('2026-11-23T12:00:00+08:00') });
    return parsed.outcome === 'plan' ? sayShape(parsed.plan) : `${parsed.outcome} ${parsed.text}`;
  };

  it.each([
    ['今年8月比7月的投诉多多少', 'ticket_count in 2026-08-01..2026-08-31 vs window'],
    ['去年诉求量比前年增长多少', 'ticket_count in 2025-01-01..2025-12-31 vs same_period_last_year'],
    ['今年没超期的工单有多少', 'ticket_count where is_overdue ne true in 2026-01-01..2026-11-23'],
    ['今年剔除重复诉求后的诉求量', 'ticket_count where not (is_repeat eq true) in 2026-01-01..2026-11-23'],
    [
      '今年渝中区和南岸区哪个满意率更高',
      'satisfied_rate by district where district in 渝中区|南岸区 in 2026-01-01..2026-11-23 order satisfied_rate desc limit 1',
    ],
    [
      '今年渝中区比南岸区多多少件诉求',
      'ticket_count by district where district in 渝中区|南岸区 in 2026-01-01..2026-11-23 vs each_other order ticket_count desc limit 1',
    ],
    ['2024年户籍人口前三', 'hukou by district in 2024-01-01..2024-12-31 order hukou desc limit 3'],
    ['今年GDP超过一千亿的区县', 'gdp by district in 2026-01-01..2026-11-23 having gdp gt 1000 order gdp desc'],
    ['上季度GDP', 'gdp in 2026-07-01..2026-09-30'],
    ['低保人数', 'dibao_people in 2026-10-01..2026-10-31'],
  ])('reads 「%s」 as %s', (question, expected) => {
    expect(shape(question)).toBe(expected);
  });
});
