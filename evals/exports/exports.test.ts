import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CaseRecord } from '../runs/run.ts';
import type { StoredRun } from '../runs/run-store.ts';
import { toExportedCase } from './exported-case.ts';
import { toBeirRun } from './to-beir-run.ts';
import { toCsv } from './to-csv.ts';
import { toHtml } from './to-html.ts';
import { toJsonl } from './to-jsonl.ts';
import { toJunit } from './to-junit.ts';
import { toPromptfoo } from './to-promptfoo.ts';

const recorded = (fields: Partial<CaseRecord> = {}): CaseRecord => ({
  caseId: 'c1',
  input: { text: '雨伞掉了', label: 'lost' },
  output: { proposed: [{ label: 'lost', p: 0.9 }] },
  scores: { right: 1 },
  error: null,
  elapsedMs: 1500,
  ...fields,
});

describe('a case in the words of other tools', () => {
  it('of answers has the last question, the spans cited once, and the facts wanted', () => {
    const citations = [{ quote: '带身份证。' }, { quote: '带身份证。' }];
    const one = recorded({
      input: { messages: ['你好', '要带什么'], expect: { mustSay: [['身份证', '证件'], ['户口簿']] } },
      output: { reply: { outcome: 'several', text: '都带上。', replies: [{ citations }] } },
    });
    expect(toExportedCase(one)).toEqual({
      question: '要带什么',
      answer: '都带上。',
      contexts: ['带身份证。'],
      ground_truth: '身份证；户口簿',
    });
  });

  it('of classification has its label, and no contexts', () => {
    expect(toExportedCase(recorded())).toEqual({ question: '雨伞掉了', answer: 'lost', ground_truth: 'lost' });
  });

  it('that broke has a question alone', () => {
    expect(toExportedCase(recorded({ input: { messages: ['在吗'] }, output: null }))).toEqual({ question: '在吗' });
  });
});

it('exports lines of JSON, each a case', () => {
  const lines = toJsonl([recorded(), recorded({ caseId: 'c2' })])
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ id: 'c1', question: '雨伞掉了' }, { id: 'c2' }]);
});

it('exports a table in which no cell is carried out as a formula', () => {
  const text = '=HYPERLINK("http://x","a")';
  const csv = toCsv([
    recorded({ caseId: '-1+2', input: { text }, scores: { right: -1, other: null } }),
    recorded({ input: { text: '＝1+1' }, error: 'a\nb' }),
  ]);
  expect(csv).toBe(
    [
      '\ufeffcase,question,answer,ground_truth,error,elapsedMs,right,other',
      `'-1+2,"'=HYPERLINK(""http://x"",""a"")",lost,,,1500,-1,`,
      `c1,'＝1+1,lost,,"a\nb",1500,1,`,
      '',
    ].join('\r\n'),
  );
});

it('exports a JUnit report that counts what is wrong, broken and not judged apart', () => {
  const report = toJunit({ id: 'r1', suite: 'answers', data: 'own & "good"' }, [
    recorded(),
    recorded({ caseId: 'c2', scores: { right: 0 }, input: { text: '<a>\u0001' } }),
    recorded({ caseId: 'c3', scores: {}, error: 'turn_failed: broke' }),
    recorded({ caseId: 'c4', scores: { right: null } }),
  ]);
  expect(report.split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuite name="answers/own &amp; &quot;good&quot;" id="r1" tests="4" failures="1" errors="1" skipped="1" time="6.000">',
    '  <testcase classname="answers" name="c1" time="1.500"/>',
    '  <testcase classname="answers" name="c2" time="1.500"><failure message="wrong: &lt;a&gt;">lost</failure></testcase>',
    '  <testcase classname="answers" name="c3" time="1.500"><error message="turn_failed: broke">lost</error></testcase>',
    '  <testcase classname="answers" name="c4" time="1.500"><skipped/></testcase>',
    '</testsuite>',
    '',
  ]);
});

it('exports rankings as trec_eval reads them, best first whatever the ties', () => {
  const output = { hybrid: { ranked: ['d 2', 'd1'] }, words: { ranked: ['d9'] } };
  expect(toBeirRun([recorded({ output }), recorded({ output: null, error: 'broke' })])).toBe(
    'c1 Q0 d_2 1 2 yuwen\nc1 Q0 d1 2 1 yuwen\n',
  );
});

it('exports a promptfoo configuration that asks a desk and looks for what must be said', () => {
  const input = {
    messages: ['{{env.KEY}} 要带什么: #'],
    expect: { mustSay: [['身份证', '证件']], mustNotSay: ['免费'] },
  };
  const config = parse(toPromptfoo('answers', [recorded({ input }), recorded({ input: {}, output: null })]));
  expect(config).toMatchObject({
    prompts: ['{{question}}'],
    providers: [
      {
        id: 'http',
        config: {
          method: 'POST',
          url: expect.stringContaining('/v1/chat/completions'),
          headers: { authorization: 'Bearer {{ env.YUWEN_KEY }}' },
        },
      },
    ],
    tests: [
      {
        description: 'c1',
        assert: [
          { type: 'contains-any', value: ['身份证', '证件'] },
          { type: 'not-contains', value: '免费' },
        ],
      },
    ],
  });
  expect(config.tests[0].vars.question).toBe('{% raw %}{{env.KEY}} 要带什么: #{% endraw %}');
});

it('exports a page that needs no script, shows what failed first and carries out nothing that was said', () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const run: StoredRun = {
    id: 'r1', suite: 'routing', data: 'own', status: 'finished', n: 2, errors: 0, metrics: { right: 0.5 },
    slices: { [`tag=${hostile}`]: { n: 1 } }, startedAt: new Date(0), finishedAt: null, touchedAt: new Date(0), scoredAt: null,
    identity: { commit: 'abc', dirty: true, dataDigest: 'd', knowledgeDigest: 'k', engine: 'built-in', machine: 'm', node: 'v' },
  }; // biome-ignore format: one run
  const page = toHtml(run, [
    recorded({ caseId: 'good' }),
    recorded({ caseId: hostile, scores: { right: 0 }, input: { text: hostile } }),
  ]);
  expect(page).not.toMatch(/<script|<img|https?:/);
  expect(page.indexOf('&lt;script&gt;')).toBeLessThan(page.indexOf('good'));
  expect(page).toContain('1 / 2（95% 区间 0.0945–0.9055）');
});
