import { type Kysely, sql } from 'kysely';
import type { TicketScope } from '../find-tickets.ts';
import type { TicketTables } from '../ticket-tables.ts';

export interface Rate {
  numerator: number;
  denominator: number;
  /** Numerator by denominator, 0 to 1; null where there is nothing to divide by. */
  value: number | null;
}

export interface ThreeRates {
  /** A unit's or a district's name. */
  name: string;
  tickets: number;
  response: Rate;
  solved: Rate;
  satisfied: Rate;
}

export interface RatesWanted {
  by: 'unit' | 'district';
  /** Days of filing in Chongqing, `2026-11-01`, both included. */
  from: string;
  to: string;
  /** What is not yet due by then is not counted against anybody. */
  now: Date;
}

/**
 * The three rates of 接诉即办, after 《北京市接诉即办工作条例》 (2021-09-24). Left out of all three: tickets that speak
 * through another one, and tickets without an owner (nobody can be held to them).
 */
export const rateDefinitions = {
  response: '响应率＝按时联系数÷应联系数：首次响应时限已到或已经联系的工单里，在时限内联系到诉求人的占比。',
  solved: '解决率＝解决数÷有效回访数：诉求人作了评价的工单里，认为各项都已解决的占比。',
  satisfied: '满意率＝满意数÷有效回访数：诉求人说了是否满意的工单里，表示满意的占比。',
} as const;

/** The rates of every unit (or district) that has tickets of that time, the one with the most tickets first. */
export async function threeRates(
  { by, from, to, now }: RatesWanted,
  scope: TicketScope,
  db: Kysely<TicketTables>,
): Promise<ThreeRates[]> {
  const name = by === 'unit' ? sql<string>`owner_unit` : sql<string>`district`;
  const rows = await db
    .selectFrom('ticket')
    .select([
      name.as('name'),
      sql<string>`count(*)`.as('tickets'),
      sql<string>`count(*) filter (where first_contact_at <= first_response_due_at)`.as('contactedInTime'),
      sql<string>`count(*) filter (where first_contact_at is not null or first_response_due_at <= ${now})`.as(
        'toContact',
      ),
      sql<string>`count(*) filter (where verdict = 'solved')`.as('solved'),
      sql<string>`count(verdict)`.as('judged'),
      sql<string>`count(*) filter (where satisfaction = 'satisfied')`.as('satisfied'),
      sql<string>`count(satisfaction)`.as('saidSatisfaction'),
    ])
    .where('filed_at', '>=', new Date(`${from}T00:00:00+08:00`))
    .where('filed_at', '<', sql<Date>`${to}::date::timestamp at time zone 'Asia/Shanghai' + interval '1 day'`)
    .where('owner_unit', 'is not', null)
    .where('merged_into', 'is', null)
    .where(name, 'is not', null)
    .$if(scope.district !== null, (query) => query.where('district', '=', scope.district))
    .$if(scope.unit !== null, (query) => query.where('owner_unit', '=', scope.unit))
    .groupBy(name)
    .orderBy(sql`count(*)`, 'desc')
    .orderBy(name)
    .execute();
  return rows.map((row) => ({
    name: row.name,
    tickets: Number(row.tickets),
    response: rateOf(row.contactedInTime, row.toContact),
    solved: rateOf(row.solved, row.judged),
    satisfied: rateOf(row.satisfied, row.saidSatisfaction),
  }));
}

function rateOf(part: string, whole: string): Rate {
  const numerator = Number(part);
  const denominator = Number(whole);
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}
