import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSemanticModel, type SemanticModel } from '../../knowledge/index.ts';
import { chipsOf } from './chips-of.ts';
import { compile } from './compile.ts';
import { parseDataQuestion } from './parse-data-question.ts';
import { applyPlanChange, Chip } from './plan-change.ts';
import { sayShape } from './testing/say-shape.ts';
import { subjectOf } from './write-sql.ts';

const now = new Date('2026-11-23T12:00:00+08:00');

describe('the chips of a plan', () => {
  let model: SemanticModel;
  beforeAll(async () => {
    model = await readSemanticModel(fileURLToPath(new URL('../../knowledge/corpus', import.meta.url)));
  });

  const ask = (question: string) => {
    const parsed = parseDataQuestion(question, { model, now });
    if (parsed.outcome !== 'plan') throw new Error(parsed.text);
    return { ...parsed, chips: chipsOf(parsed.plan, subjectOf(model, parsed.plan.subject), parsed.assumptions, now) };
  };

  it('say each part of the plan, and which part nobody asked for', () => {
    const { chips } = ask('各区县噪声投诉量前五');
    expect(chips.map(({ id }) => id)).toEqual([
      'time',
      'filter:category',
      'metric',
      'group',
      'comparison',
      'share',
      'order',
    ]);
    expect(chips.filter(({ isAssumed }) => isAssumed).map(({ id }) => id)).toContain('time');
    expect(chips.map((chip) => Chip.parse(chip))).toEqual(chips);
  });

  it.each([
    '上个月各区县投诉量前五',
    '今年满意率最低的3个区县',
    '近三个月渝中区噪声诉求按月走势',
    '上季度各渠道诉求占比',
    '上个月诉求量超过500件的区县',
    '今年诉求量同比增长最快的区县',
  ])('all of 「%s」 offer changes that compile', (question) => {
    const { plan, chips } = ask(question);
    const changes = chips.flatMap(({ alternatives }) => alternatives);
    expect(changes.length).toBeGreaterThan(10);
    for (const { change } of changes) {
      const changed = applyPlanChange(plan, change);
      expect(sayShape(changed)).not.toBe(sayShape(plan));
      expect(compile(changed, model, { district: null }).sql).toContain('select');
    }
  });

  it('put in one district for another and keep the rest', () => {
    const { plan } = ask('上个月渝中区投诉量');
    const test = { field: 'district', is: 'eq' as const, values: ['南岸区'] };
    expect(sayShape(applyPlanChange(plan, { change: 'set_filter', field: 'district', test }))).toBe(
      'ticket_count where district eq 南岸区 in 2026-10-01..2026-10-31',
    );
  });

  it('take the order over to another measure', () => {
    const { plan } = ask('上个月各区县投诉量前五');
    expect(sayShape(applyPlanChange(plan, { change: 'set_metrics', metrics: ['satisfied_rate'] }))).toBe(
      'satisfied_rate by district in 2026-10-01..2026-10-31 order satisfied_rate desc limit 5',
    );
  });
});
