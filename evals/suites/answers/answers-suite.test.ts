import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply, SingleReply } from '../../../assistant/index.ts';
import type { CaseRecord } from '../../runs/run.ts';
import { scriptedHarness } from '../../testing/scripted-assistant.ts';
import { answersSuite } from './answers-suite.ts';

const guide = '找回雨伞\n认领期为三十日。\n带身份证原件。\n认领免费。\n';
const matter = { id: 'lost-umbrella', version: '2025-01-01', title: '找回雨伞' };

/** An answer whose sentences cite the quotes given with them, each found in the guide unless it says otherwise. */
function answer(...sentences: [text: string, ...quotes: string[]][]): SingleReply {
  const quotes = [...new Set(sentences.flatMap(([, ...cited]) => cited))];
  return {
    outcome: 'answered',
    text: sentences.map(([text]) => text).join('\n'),
    matter,
    citations: quotes.map((quote) => {
      const start = Math.max(0, guide.indexOf(quote));
      return { docId: 'guide', title: '找回雨伞', quote, start, end: start + quote.length };
    }),
    sentences: sentences.map(([text, ...cited]) => ({ text, citations: cited.map((quote) => quotes.indexOf(quote)) })),
  };
}

describe('the answers suite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'answers-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const scoresOf = async (expectation: object, reply: Reply) => {
    await writeFile(
      join(folder, 'cases.jsonl'),
      JSON.stringify({ id: 'a', text: '问', expect: expectation, tags: ['t'] }),
    );
    const records: CaseRecord[] = [];
    const harness = scriptedHarness({ 问: { reply } }, { guide });
    await answersSuite.run({ folder, harness, onCase: (record) => void records.push(record) });
    return records[0]!.scores;
  };

  it('finds an answer right that says what it must, from the right matter', async () => {
    const scores = await scoresOf(
      { outcome: 'answered', matter: 'lost-umbrella', mustSay: ['30天', ['身份证', '护照']], mustNotSay: ['收费'] },
      answer(['认领期为三十日。', '认领期为三十日。'], ['带身份证原件。', '带身份证原件。']),
    );
    expect(scores).toEqual({
      right: 1, outcomeRight: 1, matterRight: 1, factsPresent: 1, nothingForbidden: 1, unsupportedSentences: 0,
      unsupportedNumbers: 0, citationPrecision: 1, citationRecall: 1, falseRefusal: 0,
      unsupportedQuotes: 0, unsupportedOffices: 0,
    }); // biome-ignore format: one case, one glance
  });

  it('finds it wrong when a fact is missing, and says which share is there', async () => {
    const scores = await scoresOf({ mustSay: ['30日', '免费'] }, answer(['认领期为三十日。', '认领期为三十日。']));
    expect(scores).toMatchObject({ right: 0, factsPresent: 0.5, outcomeRight: null, matterRight: null });
  });

  it('counts a wrong number, whatever the citation, and a sentence without one', async () => {
    const scores = await scoresOf(
      {},
      answer(['认领期为六十日。', '认领期为三十日。'], ['逾期雨伞归公所有。'], ['认领免费。', '认领免费。']),
    );
    expect(scores).toMatchObject({ unsupportedSentences: 1, unsupportedNumbers: 1, right: null });
    // Of three sentences one is entailed; of two citations one supports its sentence.
    expect(scores.citationRecall).toBeCloseTo(1 / 3, 12);
    expect(scores.citationPrecision).toBe(1 / 2);
  });

  it('takes a quote that the document does not hold for no source', async () => {
    const scores = await scoresOf({}, answer(['认领要交十元。', '认领要交十元。']));
    expect(scores).toMatchObject({ unsupportedSentences: 1, unsupportedNumbers: 1, citationRecall: 0 });
  });

  it('holds a citation that adds nothing against the answer, but not one of two that are both needed', async () => {
    const useless = await scoresOf({}, answer(['认领免费。', '认领免费。', '带身份证原件。']));
    expect(useless).toMatchObject({ citationRecall: 1, citationPrecision: 0.5 });
    const needed = await scoresOf({}, answer(['认领期为三十日，带身份证原件。', '认领期为三十日。', '带身份证原件。']));
    expect(needed).toMatchObject({ citationRecall: 1, citationPrecision: 1 });
  });

  it('tells turning away wrongly from turning away rightly', async () => {
    const nothing: Reply = { outcome: 'nothing_found', text: '没有找到' };
    expect(await scoresOf({ outcome: 'answered' }, nothing)).toMatchObject({ falseRefusal: 1, right: 0 });
    expect(await scoresOf({ matter: 'lost-umbrella' }, nothing)).toMatchObject({ falseRefusal: 1, right: 0 });
    expect(await scoresOf({ outcome: ['nothing_found', 'not_in_scope'] }, nothing)).toMatchObject({
      falseRefusal: null,
      right: 1,
      citationRecall: null,
      unsupportedSentences: null,
    });
  });

  it('reads several replies to one message together', async () => {
    const reply: Reply = {
      outcome: 'several',
      text: '',
      replies: [{ outcome: 'nothing_found', text: '没有找到' }, answer(['认领免费。', '认领免费。'])],
    };
    const scores = await scoresOf({ outcome: 'answered', matter: 'lost-umbrella', mustSay: ['免费'] }, reply);
    expect(scores).toMatchObject({ right: 1, citationRecall: 1 });
  });
});
