/** Codes of the provinces (GB/T 2260), of the residence permits of Hong Kong, Macau and Taiwan, and 9 for foreigners'. */
const idRegion = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[0-9])/;

/**
 * A citizen's number of 18 characters by GB 11643-1999: a region, a day of birth, and a weighted sum of 1 modulo 11.
 * A number with a wrong check character is still somebody's mistyped number where region and day fit.
 */
export function isIdNumber(bare: string): boolean {
  if (!/^\d{17}[\dX]$/i.test(bare) || !idRegion.test(bare)) return false;
  if (!isDay(bare.slice(6, 14)) || !/^(?:19|20)/.test(bare.slice(6))) return false;
  return bare.startsWith('9') ? hasIdCheck(bare) : true;
}

export function hasIdCheck(bare: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(bare[index]), 0);
  return '10X98765432'[sum % 11] === bare[17]?.toUpperCase();
}

/** The number of 15 digits that was given out before 1999: region, day of birth of the twentieth century, serial. */
export function isOldIdNumber(bare: string): boolean {
  return /^\d{15}$/.test(bare) && /^[1-6]/.test(bare) && idRegion.test(bare) && isDay(`19${bare.slice(6, 12)}`);
}

function isDay(digits: string): boolean {
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** The check digit of ISO/IEC 7812-1. */
export function hasLuhnCheck(bare: string): boolean {
  const sum = [...bare].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** 62 is UnionPay and is hidden even when mistyped; the older and foreign prefixes (3, 4, 5, 6, 9) must pass the check. */
export function isBankCard(bare: string): boolean {
  if (/^62\d{14,17}$/.test(bare)) return true;
  return /^(?:3[4-7]\d{13,14}|[4569]\d{15,18})$/.test(bare) && hasLuhnCheck(bare);
}
