import type { Divisions } from '../../../knowledge/index.ts';
import { type FoundPlace, findPlaces } from '../../language/places.ts';
import { type CollectionWords, cleaned, type GramCode, type Grams, gramCodes, weighGrams } from './collection-words.ts';
import { type ProperName, properNamesIn } from './proper-names.ts';

/** A message as it is compared: its words and when it came; where it is, if a form or an operator said it apart. */
export interface ComparedMessage {
  id: string;
  text: string;
  at: Date;
  place?: string | undefined;
  /** Complaint categories with their probabilities, where they are known already. */
  categories?: readonly { category: string; p: number }[] | undefined;
}

/** What two messages are compared by. */
export interface MessageTraits {
  id: string;
  text: string;
  at: Date;
  /** Pairs and triples of characters of the whole text. */
  pairs: Grams;
  triples: Grams;
  /** The triples in the order of the text with the rarity of each, as a share of the greatest rarity. */
  sequence: { codes: Float64Array; rarities: Float32Array };
  /** Pairs of characters of the first clause, which in most letters is the matter itself. */
  opening: Grams;
  /** Pairs of characters outside of all names: what is the matter, wherever it is. */
  problem: Grams;
  /** Direction in the space of meaning, of length 1, of the whole text and of what is left of it without names. */
  meaning: Float32Array;
  problemMeaning: Float32Array;
  names: readonly ProperName[];
  /** 817 of 「817路」, A3 of 「A3区」: numbers that tell lines, districts and buildings apart. */
  numbers: ReadonlySet<string>;
  district: string | null;
  street: string | null;
  /** Complaint category with its probability. */
  categories: ReadonlyMap<string, number>;
}

export interface TraitNeeds {
  words: CollectionWords;
  divisions: Divisions;
  categoriesOf: (text: string) => { category: string; p: number }[];
  embed: (text: string) => Float32Array;
}

const openingLength = 60;

/** Rare parts count far more than common ones: a name that is shared says more than any phrase. */
const rarityPower = 1.5;

/** Reads the traits of a message; `words` should have counted it before. */
export function readTraits({ id, text, at, place, categories }: ComparedMessage, needs: TraitNeeds): MessageTraits {
  const { words, divisions, categoriesOf, embed } = needs;
  const clean = cleaned(text);
  const names = properNamesIn(clean);
  const found = placeOf(text, place, divisions, at);
  const triples = gramCodes(clean, 3);
  const bare = withoutNames(clean, names, found.text);
  const weigh = (codes: readonly GramCode[], power: number) => weighGrams(codes, words, power);
  return {
    id,
    text: clean,
    at,
    pairs: weigh(gramCodes(clean, 2), rarityPower),
    triples: weigh(triples, rarityPower),
    sequence: {
      codes: Float64Array.from(triples),
      rarities: Float32Array.from(triples, (code) => Math.max(0, words.rarity(code)) / words.ceiling),
    },
    opening: weigh(gramCodes(clean.slice(0, openingLength), 2), rarityPower),
    problem: weigh(gramCodes(bare, 2), 1),
    meaning: embed(clean),
    problemMeaning: embed(bare),
    names,
    numbers: new Set(clean.match(/[a-z]?\d+(?=路|号线|栋|幢|区|市|县|期)|[a-z]{1,3}\d+/gu)),
    district: found.district ?? placeholderDistrict(clean),
    street: found.street,
    categories: new Map((categories ?? categoriesOf(text)).map(({ category, p }) => [category, p])),
  };
}

/** The parts by which the collection is counted. */
export function countedParts(text: string): Set<GramCode> {
  const clean = cleaned(text);
  return new Set([...gramCodes(clean, 2), ...gramCodes(clean, 3)]);
}

function placeOf(text: string, said: string | undefined, divisions: Divisions, at: Date): FoundPlace {
  const inText = findPlaces(text, divisions, at);
  if (said === undefined || inText.street !== null) return inText;
  const apart = findPlaces(said, divisions, at);
  return { ...inText, district: inText.district ?? apart.district, street: apart.street };
}

/** Public collections write A市 and A3区 for real names. */
function placeholderDistrict(clean: string): string | null {
  return clean.match(/[a-z]\d+[市区县]/u)?.[0] ?? clean.match(/(?<![a-z])[a-z]市/u)?.[0] ?? null;
}

function withoutNames(clean: string, names: readonly ProperName[], place: string | null): string {
  const blank = (text: string, start: number, end: number) =>
    text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  const without = names.reduce((left, { start, end }) => blank(left, start, end), clean);
  return place ? without.replaceAll(cleaned(place), ' ') : without;
}
