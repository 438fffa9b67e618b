import { describe, expect, it } from 'vitest';
import { countTests, skippedSuites } from './count-tests.mjs';

const test = (status, ...ancestorTitles) => ({ status, ancestorTitles, title: 'does it' });
const report = (...files) => ({
  testResults: files.map((assertionResults) => ({
    status: assertionResults.some(({ status }) => status === 'failed') ? 'failed' : 'passed',
    assertionResults,
  })),
});

describe('countTests', () => {
  it('adds up what passed, failed and was skipped', () => {
    const all = report([test('passed'), test('failed')], [test('skipped'), test('passed')]);
    expect(countTests(all, 1)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it('counts a file that did not load as a failure', () => {
    const broken = { testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countTests(broken, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('never calls a run without failures passed when Vitest did not', () => {
    expect(countTests(report([test('passed')]), 1).failed).toBe(1);
    expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

it('names a skipped suite once, by the part of its name that says why', () => {
  const suite = 'BullMQ queue (skipped: redis-server is not installed)';
  expect(
    skippedSuites(report([test('skipped', suite, 'a'), test('pending', suite, 'b'), test('passed', 'c')])),
  ).toEqual([suite]);
});
