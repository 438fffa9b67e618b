import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { suiteNamed } from '../../evals/index.ts';
import { toRegressionLine } from './regression-line.ts';
import { Correction } from './review-content.ts';
import { fileOf } from './write-data-folder.ts';

const turn = { question: '那要好久', earlier: [{ said: '上户口带什么', outcome: 'answered', text: '户口簿' }] };
const correction = (fields: object) => Correction.parse(fields);

describe('a judged turn', () => {
  it.each([
    ['answers', { outcome: 'answered', matter: 'newborn-birth', mustSay: ['5天'], answer: '五天' }],
    ['routing', { kind: 'matter', label: 'newborn-birth' }],
    ['classification', { label: '咨询' }],
    ['safety', { expect: 'refuse', label: 'fraud' }],
  ] as const)('becomes a line that the suite %s itself can use', async (suite, fields) => {
    const { id, line } = toRegressionLine('0123456789ab', turn, correction({ suite, ...fields }));
    const folder = await mkdtemp(join(tmpdir(), 'regression-line-'));
    try {
      await writeFile(join(folder, fileOf(suite, 'regression')), JSON.stringify(line));
      expect([id, await suiteNamed(suite).count(folder)]).toEqual(['regression-01234567', 1]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('keeps what was said before, as a follow-up means nothing alone', () => {
    const { line } = toRegressionLine('0123456789ab', turn, correction({ suite: 'routing', kind: 'matter' }));
    expect(line).toMatchObject({ turns: ['上户口带什么', '那要好久'], tags: ['split:regression'] });
  });

  it.each(['answers', 'routing', 'classification', 'safety'])(
    'is no case of %s while nobody said what is right',
    (suite) => {
      expect(() => toRegressionLine('0123456789ab', turn, correction({ suite }))).toThrow(
        expect.objectContaining({ code: 'case_incomplete' }),
      );
    },
  );
});
