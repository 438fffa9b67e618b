import { expect, it } from 'vitest';
import { createLexicalIndex, readLexicalIndex } from './lexical-index.ts';
import { type LexicalDocument, type LexicalField, lexicalFields, lexicalSettings } from './lexical-settings.ts';
import { createRandom } from './random-numbers.ts';
import { segment } from './segment.ts';
import { weighQuery } from './weigh-query.ts';

const document = (parts: Partial<LexicalDocument>): LexicalDocument => ({ id: 'd', title: '', text: '', ...parts });

/** BM25F as the formula reads, one document after the other, with no index. */
function naiveScores(documents: readonly LexicalDocument[], query: string): number[] {
  const tokens = documents.map((one) => lexicalFields.map((field) => segment(one[field] ?? '')));
  const vocabularies = tokens.map((fields) => new Set(fields.flat()));
  const average = lexicalFields.map((_, field) => {
    const filled = tokens.map((fields) => fields[field]!.length).filter((length) => length > 0);
    return filled.reduce((sum, length) => sum + length, 0) / filled.length;
  });
  const idf = (token: string) => {
    const holding = vocabularies.filter((vocabulary) => vocabulary.has(token)).length;
    return holding === 0 ? undefined : Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
  };
  const terms = [...weighQuery(query, idf)].map(([token, weight]) => ({ token, weight: weight * idf(token)! }));
  return tokens.map((fields) => {
    let score = 0;
    for (const { token, weight } of terms) {
      const frequency = fields.reduce((sum, inField, field) => {
        const { weight: fieldWeight, b } = lexicalSettings.fields[lexicalFields[field] as LexicalField];
        const count = inField.filter((one) => one === token).length;
        return count === 0 ? sum : sum + (fieldWeight * count) / (1 - b + (b * inField.length) / average[field]!);
      }, 0);
      score += (weight * (lexicalSettings.k1 + 1) * frequency) / (lexicalSettings.k1 + frequency);
    }
    return score;
  });
}

const words = [
  '户口',
  '登记',
  '材料',
  '公积金',
  '提取',
  '食品',
  '许可',
  '证',
  '娃儿',
  '学校',
  '医保',
  '报销',
  '12345',
  'app',
  '的',
];
function randomDocuments(count: number): LexicalDocument[] {
  const random = createRandom(3);
  const phrase = (most: number) =>
    Array.from({ length: Math.floor(random() * most) }, () => words[Math.floor(random() ** 2 * words.length)]).join('');
  return Array.from({ length: count }, (_, id) => ({
    id: `${id}`,
    title: phrase(4),
    text: phrase(30),
    also: phrase(3),
  }));
}

it.each([
  ['a phrase', '户口登记材料'],
  ['a word', '公积金'],
  ['a sentence with repeats', '娃儿的医保报销，报销12345'],
  ['a letter', words.join('，').repeat(6)],
])('ranks %s as the plain formula does', (_, query) => {
  const documents = randomDocuments(300);
  const scores = naiveScores(documents, query);
  const best = scores.toSorted((a, b) => b - a).slice(0, 10);
  const hits = createLexicalIndex(documents).search(query, 10);
  expect(hits).toHaveLength(10);
  // Scores are compared instead of positions, so that documents that tie may change places.
  for (const [rank, { index, score }] of hits.entries()) {
    expect(score / best[rank]!).toBeCloseTo(1, 5);
    expect(scores[index]! / best[rank]!).toBeCloseTo(1, 5);
  }
});

it('finds nothing for words that no document has, and in an empty index', () => {
  expect(createLexicalIndex([document({ text: '办理户口' })]).search('公积金', 5)).toEqual([]);
  expect(createLexicalIndex([]).search('户口', 5)).toEqual([]);
});

it('gives the same answers twice and leaves out what is not accepted', () => {
  const index = createLexicalIndex([document({ text: '户口登记' }), document({ text: '户口迁移' })]);
  const first = index.search('户口登记', 5);
  expect(first.map((hit) => hit.index)).toEqual([0, 1]);
  expect(index.search('户口登记', 5)).toEqual(first);
  expect(index.search('户口登记', 5, (position) => position !== 0).map((hit) => hit.index)).toEqual([1]);
});

it('finds a document by the words added to it, and adds words at their weight', () => {
  const index = createLexicalIndex([document({ text: '出生登记', also: '上户口' }), document({ text: '食品许可' })]);
  expect(index.search('上户口', 5).map((hit) => hit.index)).toEqual([0]);
  const [own, added] = [index.search('食品', 1)[0]!, index.search([{ text: '食品', weight: 0.5 }], 1)[0]!];
  expect(added.score).toBeCloseTo(own.score / 2, 5);
});

it('comes back from its bytes the same', () => {
  const documents = randomDocuments(50);
  const index = createLexicalIndex(documents);
  const read = readLexicalIndex(index.toBytes());
  expect(read.size).toBe(50);
  expect(read.search('户口材料', 20)).toEqual(index.search('户口材料', 20));
});
