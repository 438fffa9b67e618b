import { cosine } from './collection-words.ts';
import type { MessageTraits } from './message-traits.ts';
import { type NameKind, nameKinds, nameLikeness, type ProperName } from './proper-names.ts';

/** What speaks for or against the same place, company or line; every value lies between 0 and about 1. */
export const placeFeatures = [
  'pairs',
  'triples',
  'rareStretch',
  'opening',
  'sharedName',
  'noName',
  'otherEstate',
  'otherRoad',
  'otherOrganisation',
  'otherTransport',
  'otherVillage',
  'sameDistrict',
  'otherDistrict',
  'sameStreet',
  'otherStreet',
  'otherNumber',
] as const;

/** What speaks for or against the same problem, wherever it is. */
export const problemFeatures = ['problem', 'meaning', 'wholeMeaning', 'category', 'opening', 'daysApart'] as const;

export type FeatureName = (typeof placeFeatures)[number] | (typeof problemFeatures)[number];
export type PairFeatures = Record<FeatureName, number>;

const dayMs = 86_400_000;

export function pairFeatures(a: MessageTraits, b: MessageTraits): PairFeatures {
  const pairs = cosine(a.pairs, b.pairs);
  const triples = cosine(a.triples, b.triples);
  const stretch = rareStretch(a, b);
  const problem = cosine(a.problem, b.problem);
  const { shared, contradicted } = compareNames(a.names, b.names);
  const category = agreement(a.categories, b.categories);
  const bothSay = (part: 'district' | 'street') => a[part] !== null && b[part] !== null;
  const days = Math.abs(a.at.getTime() - b.at.getTime()) / dayMs;
  return {
    pairs,
    triples,
    rareStretch: stretch,
    opening: cosine(a.opening, b.opening),
    problem,
    meaning: alike(a.problemMeaning, b.problemMeaning),
    wholeMeaning: alike(a.meaning, b.meaning),
    sharedName: shared,
    noName: shared < 0.5 && stretch < 0.4 ? 1 : 0,
    ...contradicted,
    category,
    sameDistrict: bothSay('district') && a.district === b.district ? 1 : 0,
    otherDistrict: bothSay('district') && isElsewhere(a.district!, b.district!) ? 1 : 0,
    sameStreet: bothSay('street') && a.street === b.street ? 1 : 0,
    otherStreet: bothSay('street') && a.street !== b.street ? 1 : 0,
    otherNumber: otherNumber(a.numbers, b.numbers),
    daysApart: Math.log1p(days) / 6,
  };
}

const contradictionOf = {
  estate: 'otherEstate',
  road: 'otherRoad',
  organisation: 'otherOrganisation',
  transport: 'otherTransport',
  village: 'otherVillage',
} as const satisfies Record<NameKind, FeatureName>;

/** The best agreement of names of one kind, and the kinds of which both name something and nothing agrees. */
function compareNames(a: readonly ProperName[], b: readonly ProperName[]) {
  let shared = 0;
  const contradicted = { otherEstate: 0, otherRoad: 0, otherOrganisation: 0, otherTransport: 0, otherVillage: 0 };
  for (const kind of nameKinds) {
    const [ours, theirs] = [a, b].map((names) => names.filter((name) => name.kind === kind));
    if (ours!.length === 0 || theirs!.length === 0) continue;
    const best = Math.max(...ours!.flatMap(({ core }) => theirs!.map((other) => nameLikeness(core, other.core))));
    shared = Math.max(shared, best);
    if (best < 0.4) contradicted[contradictionOf[kind]] = 1;
  }
  return { shared, contradicted };
}

/** Rarity that a shared stretch can gather: a name of five or six characters that nobody else says. */
const fullStretch = 3;

/** 0 to 1: the rarest stretch of words that both say, which is nearly always a name, whether an ending shows it or not. */
function rareStretch({ sequence }: MessageTraits, { triples }: MessageTraits): number {
  let best = 0;
  let run = 0;
  for (const [index, code] of sequence.codes.entries()) {
    run = includes(triples.codes, code) ? run + Math.max(0, sequence.rarities[index]! - 0.3) : 0;
    if (run > best) best = run;
  }
  return Math.min(1, best / fullStretch);
}

function includes(ascending: Float64Array, wanted: number): boolean {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = ascending[middle]!;
    if (value === wanted) return true;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** A市 holds A3区, so that a message that names only the city contradicts none of its districts. */
export function isElsewhere(a: string, b: string): boolean {
  const [city, other] = [a, b].map((name) => name.match(/^([a-z])\d*[市区县]$/u));
  if (!city || !other) return a !== b;
  return city[1] !== other[1] || (a !== b && /\d/u.test(a) && /\d/u.test(b));
}

/** The chance that two readings mean the same category, by their square roots (Bhattacharyya), so that doubt is no conflict. */
function agreement(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [category, p] of a) sum += Math.sqrt(p * (b.get(category) ?? 0));
  return Math.min(1, sum);
}

function otherNumber(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  return [...a].some((number) => b.has(number)) ? 0 : 1;
}

/** The cosine of two directions; opposite ones are as unlike as unrelated ones. */
function alike(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return Math.max(0, sum);
}
