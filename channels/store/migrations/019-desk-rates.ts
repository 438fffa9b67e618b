import { type Kysely, sql } from 'kysely';
import { demoTickets } from './015-settled-rows.ts';

const local = (column: string) => `(${column} at time zone 'Asia/Shanghai')`;
const hours = (from: string, to: string) => `(extract(epoch from ${to} - ${from}) / 3600)::double precision`;

/**
 * The desk's own tickets with what their citizens said: contacted in time, solved, satisfied, as the three rates count
 * them. A clock that stands was in time when it stopped, or it was not.
 */
const liveTickets = `select
  number, case channel when 'hotline' then '电话' when 'web' then '网站' else channel end as channel, purpose,
  category_code, category_name as category, category_group, urgency, district, street, owner_unit,
  case status when 'triage' then '待派单' when 'assigned' then '待受理' when 'returned' then '已退单'
    when 'adjudication' then '已退单' when 'replied' then '已答复' when 'closed' then '已办结'
    when 'merged' then '已办结' else '办理中' end as status,
  ${local('filed_at')} as created_at,
  case when owner_unit is not null then ${local('filed_at')} end as dispatched_at,
  ${local('first_contact_at')} as first_contact_at, ${local('due_at')} as due_at, ${local('closed_at')} as closed_at,
  return_count, merged_into is not null as is_repeat, false as is_group,
  case when owner_unit is not null and (first_contact_at is not null or first_response_due_at <= now())
    then coalesce(first_contact_at <= first_response_due_at, false) end as contacted,
  verdict = 'solved' as solved, satisfaction = 'satisfied' as satisfied,
  due_at < coalesce(clock_stopped_at, now()) and closed_at is null as overdue,
  closed_at is not null and coalesce(clock_stopped_at, closed_at) <= due_at as on_time,
  due_at <= now() or closed_at is not null as matured,
  ${hours('filed_at', 'closed_at')} as handling_hours, ${hours('filed_at', 'first_contact_at')} as first_contact_hours,
  cast(date_trunc('month', ${local('filed_at')}) as date) as happened_month, timestamp 'infinity' as settled_at
from yuwen.ticket`;

export const deskRates = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(`create or replace view data_platform.ticket as ${demoTickets} union all ${liveTickets}`).execute(db);
  },
};
