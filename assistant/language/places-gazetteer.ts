import type { District, Divisions, SpokenPlace, Town } from '../../knowledge/index.ts';
import { communityNames, createNameTree, type NamedCommunity, type NameTree } from './places-names.ts';

/** What a name in a message can stand for. */
export type Named =
  | { kind: 'district'; district: District }
  | { kind: 'town'; towns: Town[] }
  | { kind: 'spoken'; spoken: SpokenPlace }
  | { kind: 'community'; community: NamedCommunity };

/** A name found in a message, with everything it can stand for. */
export interface Mention {
  name: string;
  start: number;
  end: number;
  named: Named;
}

export interface Gazetteer {
  names: NameTree<Named>;
  /** Towns of a district by their name without 街道, 镇 or 乡: understood right after the district. */
  bareTowns: Map<string, Map<string, Town[]>>;
}

/** Short district names that are ordinary words too; they count only with 区. */
const notShort = new Set(['长寿', '两江', '高新区']);

/** Dishes named after a district say nothing about where the restaurant is: 「万州烤鱼店油烟大」. */
const dish = /^(?:烤鱼|榨菜|卤鹅|板鸭|鲫鱼|羊肉|豆花|米粉|格格|鸡|酸菜鱼|锅贴)/u;

const built = new WeakMap<Divisions, Gazetteer>();

/** The names of the divisions, laid out for finding; built once for each list of divisions. */
export function gazetteerOf(divisions: Divisions): Gazetteer {
  const known = built.get(divisions);
  if (known) return known;
  const names = createNameTree<Named>();
  for (const [name, named] of namesOf(divisions)) names.set(name, named);
  const gazetteer = { names, bareTowns: bareTowns(divisions.towns) };
  built.set(divisions, gazetteer);
  return gazetteer;
}

/** Every name in the text, longest first and without overlaps, in the order of the text. */
export function mentionsIn(text: string, gazetteer: Gazetteer): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; ) {
    const found = bareTownAt(text, at, mentions.at(-1), gazetteer) ?? nameAt(text, at, gazetteer);
    if (found) mentions.push({ ...found, start: at, end: at + found.name.length });
    at += found?.name.length ?? 1;
  }
  return mentions;
}

function nameAt(text: string, at: number, { names }: Gazetteer): { name: string; named: Named } | undefined {
  const found = names.longestAt(text, at);
  if (!found) return undefined;
  const isDish = found.value.kind === 'district' && dish.test(text.slice(at + found.name.length));
  return isDish ? undefined : { name: found.name, named: found.value };
}

/** 「渝北回兴」: a town without its 街道 is understood when the district stands right before it. */
function bareTownAt(
  text: string,
  at: number,
  previous: Mention | undefined,
  { bareTowns }: Gazetteer,
): { name: string; named: Named } | undefined {
  if (previous?.named.kind !== 'district' || previous.end !== at) return undefined;
  const towns = bareTowns.get(previous.named.district.name);
  const name = [5, 4, 3, 2].map((length) => text.slice(at, at + length)).find((bare) => towns?.has(bare));
  if (name === undefined || /^(?:街道|镇|乡)/u.test(text.slice(at + name.length))) return undefined;
  return { name, named: { kind: 'town', towns: towns!.get(name)! } };
}

function namesOf({ districts, towns, spoken, communities = [] }: Divisions): Map<string, Named> {
  const names = new Map<string, Named>();
  // First, so that a district, town or landmark of the same name stands.
  for (const [name, community] of communityNames(communities, towns)) names.set(name, { kind: 'community', community });
  for (const place of spoken) names.set(place.name, { kind: 'spoken', spoken: place });
  for (const [name, sameName] of grouped(towns, ({ name }) => name)) names.set(name, { kind: 'town', towns: sameName });
  for (const district of districts) {
    const withSuffix = district.kind === 'autonomous_county' ? [`${district.short}县`] : [];
    const short = notShort.has(district.short) ? [] : [district.short];
    for (const name of [district.name, ...withSuffix, ...short]) names.set(name, { kind: 'district', district });
  }
  return names;
}

function bareTowns(towns: readonly Town[]): Gazetteer['bareTowns'] {
  const perDistrict = grouped(towns, ({ district }) => district);
  return new Map(perDistrict.map(([district, own]) => [district, new Map(grouped(own, bareName))]));
}

function bareName({ name }: Town): string {
  return name.replace(/(?:街道|镇|乡)$/u, '');
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}
