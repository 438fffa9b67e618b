import type { Divisions, Responsibility } from '../../knowledge/index.ts';
import type { Dispatch, Place } from './ticket.ts';

export interface DispatchRequest {
  /** Level-2 code. */
  category: string;
  /** `administeredBy` names the functional area that runs the town in place of its district. */
  place: Pick<Place, 'district' | 'street'> & { administeredBy?: string | null };
  text: string;
}

export interface DispatchDecision extends Dispatch {
  /** What the place still lacks for the lead to be named; a citizen can be asked for it. */
  missing: ('district' | 'street')[];
  /** Why nobody was assigned, for the triage desk. */
  reason: string | null;
  /** The desk that decides when nobody was assigned: the district's centre where the district is known. */
  triageDesk: string | null;
}

interface Units {
  district: string | null;
  town: string | null;
  police: string | null;
}

/**
 * Finds the unit that answers for a complaint by the responsibility table. Exactly one lead is an assignment; no row,
 * rows of different leads, or a place too vague to name the lead is not, and goes to a triage desk with the candidates.
 */
export function dispatch(
  request: DispatchRequest,
  table: readonly Responsibility[],
  divisions: Divisions,
): DispatchDecision {
  const rows = table.filter((row) => row.categories.includes(request.category) && holds(row, request));
  const special = rows.filter(({ when }) => when !== undefined);
  const deciding = special.length > 0 ? special : rows;
  const units = unitsOf(request.place, divisions);
  const leads = new Set(deciding.map(({ lead }) => lead));
  const [row] = deciding;
  if (!row) return undecided('vacuum', '职责表里没有这类诉求的承办单位，需要人工定责。', [], [], units);
  const candidates = deciding.map((candidate) => named(candidate.lead, units));
  if (leads.size > 1) return undecided('clash', '职责表里有两家以上都可牵头，需要人工定责。', candidates, [], units);
  const missing = missingFor(row.lead, units);
  if (missing.length > 0)
    return undecided('vacuum', '地点不够具体，还不能确定承办单位。', candidates, missing, units, row.tier);
  return assigned(row, units);
}

function assigned(row: Responsibility, units: Units): DispatchDecision {
  const lead = named(row.lead, units);
  const coUnits = row.coUnits.filter((unit) => missingFor(unit, units).length === 0).map((unit) => named(unit, units));
  return {
    outcome: 'assigned',
    lead,
    coUnits: [...new Set(coUnits)].filter((unit) => unit !== lead),
    tier: row.tier,
    clause: row.clause.text,
    candidates: [lead],
    missing: [],
    reason: null,
    triageDesk: null,
  };
}

function undecided(
  outcome: 'vacuum' | 'clash',
  reason: string,
  candidates: string[],
  missing: DispatchDecision['missing'],
  { district }: Units,
  tier: DispatchDecision['tier'] = null,
): DispatchDecision {
  const triageDesk = `${district ?? '重庆市'}数字化城市运行和治理中心`;
  const distinct = [...new Set(candidates)];
  return {
    outcome,
    lead: null,
    coUnits: [],
    tier,
    clause: null,
    candidates: distinct,
    missing,
    reason,
    triageDesk,
  };
}

function holds({ when }: Responsibility, { text, place }: DispatchRequest): boolean {
  if (when === undefined) return true;
  const says = (words: readonly string[]) => words.some((word) => text.includes(word));
  const where = place.administeredBy ?? place.district;
  return (
    (when.words === undefined || says(when.words)) &&
    (when.alsoWords === undefined || says(when.alsoWords)) &&
    (when.notWords === undefined || !says(when.notWords)) &&
    (when.districts === undefined || (where !== null && when.districts.includes(where)))
  );
}

/** What the patterns of the table stand for here; null where the place does not say. */
function unitsOf({ district, street, administeredBy }: DispatchRequest['place'], divisions: Divisions): Units {
  const area = administeredBy ?? district;
  if (area === null) return { district: null, town: null, police: null };
  const isCounty = divisions.districts.some(({ name, kind }) => name === area && kind.endsWith('county'));
  return {
    district: area,
    town: street && `${area}${street}${street.endsWith('街道') ? '办事处' : '人民政府'}`,
    police: `${area}${isCounty ? '公安局' : '公安分局'}`,
  };
}

function named(pattern: string, { district, town, police }: Units): string {
  return pattern
    .replace('{district}', district ?? '所在区县')
    .replace('{town}', town ?? `${district ?? '所在区县'}所在镇街`)
    .replace('{police}', police ?? '所在区县公安机关');
}

function missingFor(pattern: string, { district, town }: Units): DispatchDecision['missing'] {
  const needed: DispatchDecision['missing'] = [];
  if (/\{(?:district|town|police)\}/.test(pattern) && district === null) needed.push('district');
  if (pattern.includes('{town}') && town === null) needed.push('street');
  return needed;
}
