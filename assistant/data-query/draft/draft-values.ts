import type { ColumnWords, DimensionValue } from '../../../knowledge/index.ts';

/** Cells that hold several values: a mark that stands in enough of them, and whose parts are values elsewhere too. */
export function separatorOf(values: readonly string[]): string | null {
  for (const mark of [',', '，', '、', ';', '；', '|']) {
    const holding = values.filter((value) => value.includes(mark));
    // In a long dictionary a mark or two are part of a name.
    if (holding.length < (values.length > 50 ? 3 : 1) || holding.length < values.length * 0.02) continue;
    const known = new Set(values);
    const recurring = holding.filter((value) => value.split(mark).some((part) => known.has(part.trim())));
    if (recurring.length >= holding.length * 0.2) return mark;
  }
  return null;
}

/**
 * The dictionary of a text column. A value is also known by the short names that no other value shares: a body without
 * 有限公司, a place without its city or its 区, a name without what stands in brackets.
 */
export function toValues(values: readonly string[], separator: string | null, words: ColumnWords): DimensionValue[] {
  const parts = separator ? values.flatMap((value) => value.split(separator).map((part) => part.trim())) : values;
  const own = [...new Set(parts)].filter(Boolean);
  const wanted = own.map((value) => ({ value, short: shortNames(value, words) }));
  const taken = new Map<string, number>();
  for (const { value, short } of wanted)
    for (const name of [value, ...short]) taken.set(name, (taken.get(name) ?? 0) + 1);
  return wanted.map(({ value, short }) => ({ value, aliases: short.filter((name) => taken.get(name) === 1) }));
}

const place = /^(.{2,4}市)(.{2,12}(?:区|县|市|旗))$/;

function shortNames(value: string, { bodySuffixes }: ColumnWords): string[] {
  const names: string[] = [];
  const suffix = bodySuffixes.find((end) => value.endsWith(end));
  if (suffix) names.push(value.slice(0, -suffix.length).replace(/[（(][^（）()]*[）)]$/, ''));
  const [, city, district] = place.exec(value) ?? [];
  if (city && district) names.push(district, `${city.slice(0, -1)}${district}`);
  const unbracketed = value.replace(/[（(][^（）()]*[）)]/g, '');
  if (unbracketed !== value) names.push(unbracketed);
  return [...new Set(names)].filter((name) => name.length >= 3 && name !== value);
}

/** 「上海市」 stands for all of its districts where the values begin with their city. */
export function cityGroups(values: readonly string[]): { aliases: string[]; values: string[] }[] {
  const cities = new Map<string, string[]>();
  for (const value of values) {
    const city = place.exec(value)?.[1];
    if (city) cities.set(city, [...(cities.get(city) ?? []), value]);
  }
  const isPlaces = [...cities.values()].flat().length >= values.length * 0.8;
  if (!isPlaces) return [];
  return [...cities].map(([city, members]) => ({ aliases: [city, `${city.slice(0, -1)}全市`], values: members }));
}
