import { chongqingDay, type Divisions, isValidOn, type SpokenPlace, type Town } from '../../knowledge/index.ts';
import { type Detail, detailsIn } from './places-details.ts';
import { gazetteerOf, type Mention, mentionsIn } from './places-gazetteer.ts';

export interface DistrictAndStreet {
  district: string;
  street: string | null;
}

/** Where a message says something is. Names are those in force on the day asked for. */
export interface FoundPlace {
  /** The words that name the place. */
  text: string | null;
  district: string | null;
  street: string | null;
  /** 「通集村」, 「电报路社区」, where it lies in the street, or in the only one there can be. */
  community: string | null;
  /** 「中山四路36号」. */
  road: string | null;
  /** Estate, landmark, building: 「金科花园3栋」. */
  poi: string | null;
  /** Said to citizen and handler when an old, doubtful or ambiguous name was read. */
  note: string | null;
  /** 高新区 or 万盛经开区, where it runs the town instead of the district. */
  administeredBy: string | null;
  /** Set when the words fit several places; then `district` is null, or `street` is where only that is open. */
  alternatives: DistrictAndStreet[];
}

interface Candidate extends DistrictAndStreet {
  community: string | null;
  administeredBy: string | null;
  note: string | null;
}

/** The place a message speaks of, as the divisions stand on the day `on` in Chongqing. */
export function findPlaces(text: string, divisions: Divisions, on: Date): FoundPlace {
  const day = chongqingDay(on);
  const mentions = mentionsIn(text, gazetteerOf(divisions));
  const said = mentions.flatMap(({ named }) => (named.kind === 'district' ? [named.district.name] : []));
  const saidNow = [...new Set(said.map((name) => districtOn(name, divisions, day)))];
  const places = mentions
    .filter((mention) => countsAsPlace(mention, text, said, saidNow, divisions, day))
    .map((mention) => ({ mention, candidates: candidatesOf(mention, divisions, day) }));
  const used = places.map(({ mention }) => mention);
  const details = detailsIn(
    masked(
      text,
      used.filter((mention) => !beginsRoadName(mention, used, text)),
    ),
  );
  const named = placeText(text, used, details);
  return { ...named, ...resolve(withoutEchoes(places, text), said, saidNow, divisions, day) };
}

/** 「大坪正街」 is a road: the landmark's name is its first half, and a road leads beyond the quarter it is named after. */
function beginsRoadName({ named, end }: Mention, mentions: readonly Mention[], text: string): boolean {
  if (named.kind !== 'spoken' || mentions.some(({ start }) => start === end)) return false;
  return roadEnding.test(text.slice(end));
}

const roadEnding = /^[东西南北中上下一二三四五六七八九十]{0,2}(?:正街|支路|大道|[路街巷](?![灯口面边道上]))/u;

/**
 * Leaves out what only repeats or contradicts a nearer word: the landmark in a road's name where a street is said, and
 * a community that no said street has, which is then somebody else's name.
 */
function withoutEchoes(places: { mention: Mention; candidates: Candidate[] }[], text: string) {
  const mentions = places.map(({ mention }) => mention);
  const isStreet = ({ mention }: { mention: Mention }) =>
    (mention.named.kind === 'town' || mention.named.kind === 'spoken') && !beginsRoadName(mention, mentions, text);
  const streets = places.filter(isStreet).flatMap(({ candidates }) => candidates.map(({ street }) => street));
  if (streets.length === 0) return places;
  const inStreets = (candidates: Candidate[]) => candidates.filter(({ street }) => streets.includes(street));
  return places.flatMap((place) => {
    if (beginsRoadName(place.mention, mentions, text)) return [];
    if (place.mention.named.kind !== 'community') return [place];
    const candidates = inStreets(place.candidates);
    return candidates.length > 0 ? [{ ...place, candidates }] : [];
  });
}

/** An ordinary word (水土, 花溪) is a place only beside its district or before a word that makes it one. */
function countsAsPlace(
  { named, end }: Mention,
  text: string,
  said: readonly string[],
  saidNow: readonly string[],
  divisions: Divisions,
  day: string,
): boolean {
  if (named.kind !== 'spoken' || named.spoken.alone === 'yes') return true;
  const [place] = spokenCandidates(named.spoken, divisions, day);
  if (said.includes(named.spoken.district) || (place && saidNow.includes(place.district))) return true;
  return /^(?:街道|镇|片区|老街|那边|轻轨站|地铁站|公交站)/u.test(text.slice(end));
}

function candidatesOf({ named }: Mention, divisions: Divisions, day: string): Candidate[] {
  if (named.kind === 'town') return townCandidates(named.towns, divisions, day);
  if (named.kind === 'spoken') return spokenCandidates(named.spoken, divisions, day);
  if (named.kind === 'community')
    return townCandidates(named.community.towns, divisions, day).map((candidate) => ({
      ...candidate,
      community: named.community.name,
    }));
  const { district } = named;
  if (district.kind === 'functional')
    return [
      {
        district: hostOf(district.name, divisions) ?? district.name,
        street: null,
        community: null,
        administeredBy: district.name,
        note: null,
      },
    ];
  const note = isValidOn(district, day) || !district.successor ? null : `${district.name}：${district.note}。`;
  return [
    { district: districtOn(district.name, divisions, day), street: null, community: null, administeredBy: null, note },
  ];
}

/** The towns as they stand on the day, each once, though a town that moved has several rows. */
function townCandidates(rows: readonly Town[], { towns }: Divisions, day: string): Candidate[] {
  const codes = new Set(rows.map(({ code }) => code));
  return towns
    .filter((town) => codes.has(town.code) && isValidOn(town, day))
    .map(({ name, district, administeredBy }) => ({
      district,
      street: name,
      community: null,
      administeredBy: administeredBy ?? null,
      note: administeredBy ? `${name}由${administeredBy}管理。` : null,
    }));
}

function spokenCandidates(spoken: SpokenPlace, divisions: Divisions, day: string): Candidate[] {
  const { town, district, administeredBy = null, note = null } = spoken;
  const rows = divisions.towns.filter((row) => row.name === town && row.district === district);
  const inTown = townCandidates(rows, divisions, day);
  if (inTown.length > 0) return inTown;
  return [
    {
      district: districtOn(district, divisions, day),
      street: null,
      community: null,
      administeredBy,
      note: note && `${spoken.name}${note}。`,
    },
  ];
}

/** The district that holds the ground of `name` on the day: itself, or what it became. */
function districtOn(name: string, { districts }: Divisions, day: string): string {
  const district = districts.find((row) => row.name === name);
  if (!district?.successor || isValidOn(district, day)) return name;
  return district.successor;
}

/** A functional area lies in one district or in several; one is its host. */
function hostOf(area: string, { towns }: Divisions): string | null {
  const hosts = new Set(towns.flatMap(({ administeredBy, district }) => (administeredBy === area ? [district] : [])));
  return hosts.size === 1 ? [...hosts][0]! : null;
}

type Resolved = Omit<FoundPlace, 'text' | 'road' | 'poi'>;

function resolve(
  places: { mention: Mention; candidates: Candidate[] }[],
  said: readonly string[],
  saidNow: readonly string[],
  divisions: Divisions,
  day: string,
): Resolved {
  const inSaid = ({ district, administeredBy }: Candidate) =>
    saidNow.includes(district) || (administeredBy !== null && said.includes(administeredBy));
  const streets = places.filter(({ mention }) => mention.named.kind !== 'district');
  const fitting = streets.flatMap(
    ({ candidates }) => movedAway(candidates, said, divisions, day) ?? candidates.filter(inSaid),
  );
  if (fitting.length > 0) return chosen(fitting, oldNameNote(fitting, said, divisions, day));
  const districts = places
    .filter(({ mention }) => mention.named.kind === 'district')
    .flatMap(({ candidates }) => candidates);
  if (districts.length > 0) return chosen(districts, disagreement(streets, districts));
  return chosen(
    streets.flatMap(({ candidates }) => candidates),
    null,
  );
}

/** 「渝北区统景镇」: said with the district it was in, though it is in another now. */
function movedAway(
  candidates: Candidate[],
  said: readonly string[],
  { towns }: Divisions,
  day: string,
): Candidate[] | null {
  const left = towns.filter((row) => said.includes(row.district) && !isValidOn(row, day));
  const moved = candidates.filter(({ street, district }) =>
    towns.some((row) => row.name === street && row.district === district && left.some(({ code }) => code === row.code)),
  );
  return moved.length > 0 ? moved : null;
}

function oldNameNote(
  fitting: Candidate[],
  said: readonly string[],
  { districts }: Divisions,
  day: string,
): string | null {
  const old = districts.find((district) => said.includes(district.name) && !isValidOn(district, day));
  const [first] = fitting;
  return old && first ? `${old.name}只到 ${old.validTo} 为止，${first.street ?? '此处'}现属${first.district}。` : null;
}

function disagreement(streets: { mention: Mention; candidates: Candidate[] }[], [said]: Candidate[]): string | null {
  const other = streets.find(({ mention }) => mention.named.kind === 'spoken' || mention.named.kind === 'town');
  if (!other?.candidates[0]) return null;
  return `“${other.mention.name}”通常指${other.candidates[0].district}，与所说的${said?.district}不一致，请核对。`;
}

/** One place when all candidates agree, as far as they agree; the rest are alternatives. */
function chosen(candidates: Candidate[], note: string | null): Resolved {
  const places = distinct(candidates);
  const districts = [...new Set(places.map(({ district }) => district))];
  const withStreet = places.filter(({ street }) => street !== null);
  const open = {
    community: null,
    administeredBy: null,
    note,
    alternatives: places.map(({ district, street }) => ({ district, street })),
  };
  if (districts.length !== 1)
    return { district: null, street: null, ...open, alternatives: districts.length === 0 ? [] : open.alternatives };
  if (withStreet.length > 1) return { district: districts[0]!, street: null, ...open };
  const [place] = withStreet.length === 1 ? withStreet : places;
  return {
    district: place!.district,
    street: place!.street,
    community: candidates.find(({ street, community }) => community && street === place!.street)?.community ?? null,
    administeredBy: places.find(({ administeredBy }) => administeredBy)?.administeredBy ?? null,
    note: note ?? places.find((candidate) => candidate.note)?.note ?? null,
    alternatives: [],
  };
}

function distinct(candidates: Candidate[]): Candidate[] {
  const byName = new Map(candidates.map((candidate) => [`${candidate.district}/${candidate.street ?? ''}`, candidate]));
  return [...byName.values()];
}

/** From the first name of a place to the last that follows on it; a word or two may stand between. */
function placeText(text: string, mentions: Mention[], details: Detail[]): Pick<FoundPlace, 'text' | 'road' | 'poi'> {
  const spans = [...mentions, ...details].sort((a, b) => a.start - b.start);
  const [first] = spans;
  if (!first) return { text: null, road: null, poi: null };
  const last = spans.reduce((end, span) => (span.start <= end + 2 ? Math.max(end, span.end) : end), first.end);
  const inside = details.filter(({ end }) => end <= last || mentions.length === 0);
  const ofKind = (kind: Detail['kind']) => inside.flatMap((detail) => (detail.kind === kind ? [detail.text] : []));
  return { text: text.slice(first.start, last), road: ofKind('road')[0] ?? null, poi: ofKind('poi').join('') || null };
}

/** The text with the names already read blanked out, so that a road's name begins after them. */
function masked(text: string, mentions: readonly Mention[]): string {
  return mentions.reduce(
    (left, { start, end }) => left.slice(0, start) + '，'.repeat(end - start) + left.slice(end),
    text,
  );
}
