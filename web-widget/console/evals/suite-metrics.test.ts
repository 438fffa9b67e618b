import { describe, expect, it } from 'vitest';
import { suites } from '../../../evals/index.ts';
import { enEvals } from '../words/en-evals.ts';
import { zhEvals } from '../words/zh-evals.ts';
import { orderedNames, suiteMetrics, toFigure } from './suite-metrics.ts';

describe('the metrics of a suite', () => {
  it.each(suites.map(({ name, metrics }) => [name, metrics] as const))(
    'stand in the order that %s lists them, and each is explained in both languages',
    (name, metrics) => {
      expect(suiteMetrics[name]).toEqual(metrics);
      for (const metric of metrics) {
        expect(zhEvals.metricNotes, metric).toHaveProperty([metric]);
        expect(enEvals.metricNotes, metric).toHaveProperty([metric]);
      }
    },
  );

  it('come in that order from a record that keeps none, what the suite does not list last', () =>
    expect(
      orderedNames('routing', [
        { zeta: 1, labelTop1: 1 },
        { kindAccuracy: null, alpha: 0 },
      ]),
    ).toEqual(['kindAccuracy', 'labelTop1', 'alpha', 'zeta']));

  it('are written with three decimals, totals as whole numbers, and what was not judged as a dash', () => {
    expect(toFigure('accuracy', 0.88)).toBe('0.880');
    expect(toFigure('unsupportedSentences', 1200)).toBe('1,200');
    expect(toFigure('accuracy', null)).toBe('—');
    expect(toFigure('accuracy', 0)).toBe('0.000');
  });
});
