import { describe, expect, it } from 'vitest';
import { readNumber, readPercentage } from './numerals.ts';

describe('numbers as people write them', () => {
  it.each([
    ['5', 5],
    ['3.5亿', 350_000_000],
    ['三点五亿', 350_000_000],
    ['三点零五', 3.05],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百一', 110],
    ['两千三', 2300],
    ['两千三百零五', 2305],
    ['二〇二五', 2025],
    ['一万二', 12_000],
    ['三千万', 30_000_000],
    ['1.2万', 12_000],
    ['3.3万', 33_000],
    ['5k', 5000],
    ['一万亿', 1e12],
  ])('reads %s as %d', (text, value) => expect(readNumber(text)).toBe(value));

  it.each(['', '件', '三件', '十百', '点', '1.2.3', '三三十'])('does not take %j for a number', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it.each([
    ['80%', 80],
    ['百分之八十', 80],
    ['两成', 20],
    ['七成五', 75],
    ['三成半', 35],
    ['一半', 50],
    ['5个百分点', 5],
  ])('reads the share %s as %d per cent', (text, value) => expect(readPercentage(text)).toBe(value));

  it('does not take a plain number for a share', () => expect(readPercentage('80')).toBeNull());
});
