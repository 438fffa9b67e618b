import type { Taxonomy } from './complaint-category.ts';
import type { District, Divisions } from './division.ts';
import type { DimensionValue, Region } from './semantic-model.ts';

/** The regions with the districts and functional areas that stand today. */
export function toRegions({ districts }: Divisions, aliases: Record<string, string[]>): Region[] {
  const standing = districts.filter(({ validTo }) => validTo === undefined);
  const names = [...new Set(standing.map(({ region }) => region))];
  return names.map((name) => ({
    name,
    aliases: aliases[name] ?? [],
    districts: standing.filter(({ region }) => region === name).map((district) => district.name),
  }));
}

export function regionValues(regions: readonly Region[]): DimensionValue[] {
  return regions.map(({ name, aliases }) => ({
    value: name,
    aliases,
    note: `${name}按现行区划计`,
  }));
}

/** Districts of today; a district that ended is an alias of its successor, with a note that says so. */
export function districtValues({ districts }: Divisions): DimensionValue[] {
  const standing = districts.filter(({ validTo }) => validTo === undefined);
  const ended = districts.filter(({ successor }) => successor !== undefined);
  return [
    ...standing.map((district) => ({ value: district.name, aliases: namesOf(district) })),
    ...ended.map((district) => ({
      value: district.successor!,
      aliases: [district.name, ...namesOf(district)],
      note: `原${district.name}已于 2025 年 11 月撤销，现按${district.successor}统计，范围大于原${district.name}`,
    })),
  ];
}

/** 「石柱」「石柱县」 for 石柱土家族自治县. */
function namesOf({ short, kind, name }: District): string[] {
  const names = kind === 'autonomous_county' ? [short, `${short}县`] : [short];
  return names.filter((other) => other !== name);
}

/**
 * Streets and towns of today by their names, and by the spoken places that lie in just one of them. A name borne in
 * several districts is one value: the district in the question tells which is meant.
 */
export function streetValues({ towns, spoken }: Divisions): DimensionValue[] {
  const standing = towns.filter(({ validTo }) => validTo === undefined);
  const names = [...new Set(standing.map(({ name }) => name))];
  const spokenFor = new Map<string, string[]>();
  for (const place of spoken) {
    if (!place.town || place.alone === 'no') continue;
    spokenFor.set(place.town, [...(spokenFor.get(place.town) ?? []), place.name]);
  }
  return names.map((name) => {
    const districts = standing.filter((town) => town.name === name).map(({ district }) => district);
    const note = districts.length > 1 ? `${districts.join('、')}都有${name}` : undefined;
    return { value: name, aliases: spokenFor.get(name) ?? [], ...(note ? { note } : {}) };
  });
}

/** Level-2 complaint categories; 「流动摊贩」 is an alias of 占道经营与流动摊贩, and a spoken cue of just one category too. */
export function categoryValues({ categories }: Taxonomy): DimensionValue[] {
  const saidOf = new Map<string, number>();
  for (const { saidAs } of categories) for (const word of saidAs) saidOf.set(word, (saidOf.get(word) ?? 0) + 1);
  return categories.map(({ name, saidAs }) => {
    const cues = saidAs.filter((word) => saidOf.get(word) === 1 && word.length >= 2);
    return { value: name, aliases: [...new Set([...partsOf(name), ...cues])] };
  });
}

export function categoryGroupValues({ groups }: Taxonomy): DimensionValue[] {
  return groups.map(({ name }) => ({ value: name, aliases: partsOf(name) }));
}

/** 「市容环卫」 and 「城管执法」 of 市容环卫与城管执法; two characters are too few to be a name. */
function partsOf(name: string): string[] {
  return name.split(/[、与和]/).filter((part) => part !== name && part.length >= 3);
}
