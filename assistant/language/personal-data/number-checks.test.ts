import { expect, it } from 'vitest';
import { hasIdCheck, hasLuhnCheck, isBankCard, isIdNumber, isOldIdNumber } from './number-checks.ts';

it('knows the check character of GB 11643-1999 by the standard’s own example', () => {
  expect(hasIdCheck('11010519491231002X')).toBe(true);
  expect(hasIdCheck('110105194912310021')).toBe(false);
});

it('asks for a region and a day of birth, so that running numbers are none', () => {
  expect(isIdNumber('110105194912310021')).toBe(true);
  expect(isIdNumber('110105194913310021')).toBe(false);
  expect(isIdNumber('200105194912310021')).toBe(false);
  expect(isOldIdNumber('110105491231002')).toBe(true);
  expect(isOldIdNumber('110105493231002')).toBe(false);
});

it('knows the Luhn digit by the example of ISO/IEC 7812-1, and lets only UnionPay do without', () => {
  expect(hasLuhnCheck('79927398713')).toBe(true);
  expect(hasLuhnCheck('79927398710')).toBe(false);
  expect(isBankCard('6222021234567890')).toBe(true);
  expect(isBankCard('4111111111111111')).toBe(true);
  expect(isBankCard('4111111111111112')).toBe(false);
});
