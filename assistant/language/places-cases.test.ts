import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readDivisions } from '../../knowledge/index.ts';
import { findPlaces } from './places.ts';

const divisions = await readDivisions('knowledge/corpus/divisions');
const on = new Date('2026-11-23T12:00:00+08:00');
const lines = (await readFile('assistant/language/testing/place-cases.tsv', 'utf8')).trim().split('\n').slice(1);

describe('each of eighty-six places that people say', () => {
  it.each(lines.map((line) => line.split('\t') as [string, ...string[]]))('is read in 「%s」', (text, ...expected) => {
    const { district, street, community, road } = findPlaces(text, divisions, on);
    expect([district, street, community, road].map((part) => part ?? '-')).toEqual(expected);
  });
});

it('keeps every town of an ambiguous village as a candidate', () => {
  const { alternatives } = findPlaces('新桥村路断了', divisions, on);
  expect(alternatives.length).toBeGreaterThan(3);
  expect(alternatives).toContainEqual({ district: '秀山土家族苗族自治县', street: '岑溪乡' });
});

it('does not believe a community that the said street does not have', () => {
  expect(findPlaces('大坪街道峡南溪社区', divisions, on)).toMatchObject({ street: '大坪街道', community: null });
});
