import { describe, expect, it } from 'vitest';
import { rankedPassages } from './ranked-passages.ts';
import { riskCoverage, scoreHistograms } from './run-charts.ts';
import { sentenceSupport } from './sentence-support.ts';

const one = (right: number | null, confidence: number) => ({ scores: { right }, output: { confidence } });

describe('the charts of a run', () => {
  it('put every judged case into a bin, the upper end into the last, and count the unjudged apart', () => {
    const [right] = scoreHistograms([one(1, 0), one(0, 0), one(0.95, 0), one(null, 0), { scores: {} }]);
    expect(right).toEqual({ score: 'right', counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 2], low: 0, high: 1, unjudged: 2 });
  });

  it('widen to scores that are totals', () => {
    const [totals] = scoreHistograms([{ scores: { unsupported: 4 } }, { scores: { unsupported: 0 } }]);
    expect(totals).toMatchObject({ low: 0, high: 4, counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 1] });
  });

  it('draw risk over coverage from the surest case on, equal confidences together', () => {
    expect(riskCoverage([one(1, 0.9), one(0, 0.5), one(1, 0.5), one(0, 0.2), one(null, 0.1)])).toEqual([
      { coverage: 0.25, risk: 0, confidence: 0.9 },
      { coverage: 0.75, risk: 1 / 3, confidence: 0.5 },
      { coverage: 1, risk: 0.5, confidence: 0.2 },
    ]);
  });

  it('draw no curve where no case says how sure it was', () => {
    expect(riskCoverage([{ scores: { right: 1 }, output: { text: '' } }])).toBeNull();
  });
});

describe('a case', () => {
  const citation = { docId: 'd', title: '找回雨伞', quote: '认领期为三十日。', start: 0, end: 8 };
  it('tells for each sentence whether it follows from what it cites', () => {
    const sentences = [
      { text: '认领期为三十日。', citations: [0] },
      { text: '认领期为六十日。', citations: [0] },
      { text: '（以渝快办指南为准）', citations: [] },
    ];
    const reply = { sentences, citations: [citation] };
    expect(sentenceSupport({ reply }).map(({ supported }) => supported)).toEqual([true, false, null]);
    expect(sentenceSupport({ reply: { replies: [{ outcome: 'greeted' }, reply] } })).toHaveLength(3);
    expect(sentenceSupport({ kind: 'matter' })).toEqual([]);
  });

  it('lists what was found with its rank’s title and relevance, where the data tells', () => {
    const found = { input: { relevant: { b: 2 } }, output: { hybrid: { ranked: ['a#1', 'b'] } } };
    expect(rankedPassages(found, (id) => (id === 'a' ? '甲' : null))).toEqual([
      { id: 'a#1', title: '甲', relevant: 0 },
      { id: 'b', title: null, relevant: 2 },
    ]);
    expect(rankedPassages({ input: {}, output: { trace: { passages: ['x'] } } }, () => null)).toEqual([
      { id: 'x', title: null, relevant: null },
    ]);
  });
});
