import { expect, it } from 'vitest';
import { packParts, unpackParts } from './packed-parts.ts';
import { createRandom } from './random-numbers.ts';
import { readTokens, segment } from './segment.ts';
import { openTermTable, type TermTable } from './term-table.ts';

function add(table: TermTable, text: string): void {
  readTokens(text, {
    character: (code) => table.addHan(code, 0),
    pair: (first, second) => table.addHan(first, second),
    run: (run) => table.addRun(run),
  });
}

it('counts terms in order of first sight, characters outside the basic plane among them', () => {
  const table = openTermTable();
  add(table, '办证𠮷，app 办证');
  expect([...new Set(segment('办证𠮷，app 办证'))].map(table.idOf)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(table.size).toBe(6);
});

it('knows no token that was not added, however alike', () => {
  const table = openTermTable();
  add(table, '办证 12345');
  for (const token of ['', '证办', '证件', '1234', '办证件', '\u0000']) expect(table.idOf(token)).toBeUndefined();
});

it('agrees with a map over many terms, also when read back', () => {
  const random = createRandom(5);
  const character = () => String.fromCharCode(0x4e00 + Math.floor(random() * 200));
  const text = Array.from({ length: 20_000 }, () =>
    random() < 0.05 ? ` x${Math.floor(random() * 99)} ` : character(),
  );
  const ids = new Map<string, number>();
  for (const token of segment(text.join(''))) if (!ids.has(token)) ids.set(token, ids.size);
  const table = openTermTable();
  add(table, text.join(''));
  const read = openTermTable(unpackParts(packParts(table.toParts())));
  expect(table.size).toBe(ids.size);
  for (const [token, id] of ids) expect([table.idOf(token), read.idOf(token)]).toEqual([id, id]);
});
