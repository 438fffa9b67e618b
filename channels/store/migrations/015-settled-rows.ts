import { type Kysely, sql } from 'kysely';

/**
 * What makes the platform answer within a blink at a million rows.
 *
 * A month written beside the moment: PostgreSQL knows how many months there are and shares the counting out between its
 * workers, which it does not when it has to guess how many values a function may give; with the district beside it the
 * index alone answers.
 *
 * The moment from which a row never changes (`settled_at`): roll-ups hold settled rows only, and every question reads the
 * others as they are, so that a figure from a roll-up is never stale. A ticket of the desk is never settled.
 */
export const settledRows = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...columns, ...indexes, ...views, ...rollups, ...loading])
      await sql.raw(statement).execute(db);
  },
};

/** Base tables with the column that says when it happened and those that a row's later life is laid down in. */
const demoTables = {
  demo_ticket: ['created_at', 'dispatched_at', 'first_contact_at', 'due_at', 'closed_at'],
  demo_event: ['occurred_at', 'disposed_at'],
  demo_service_case: ['submitted_at', 'closed_at'],
  demo_alarm: ['alarm_at', 'ack_at', 'disposed_at'],
};

const columns = Object.entries(demoTables).map(
  ([table, moments]) => `alter table data_platform.${table}
    add column happened_month date not null generated always as (cast(date_trunc('month', ${moments[0]}) as date)) stored,
    add column settled_at timestamp not null generated always as (greatest(${moments.join(', ')})) stored`,
);

const indexes = Object.entries(demoTables).flatMap(([table, happened]) => [
  `create index ${table}_by_month on data_platform.${table} (happened_month, district)`,
  // With what most roll-ups need of a row that is not settled, so that the index alone gives it.
  `create index ${table}_by_settling on data_platform.${table} (settled_at) include (district, ${happened[0]})`,
]);

const here = "(now() at time zone 'Asia/Shanghai')";
const byNow = (column: string) => `case when ${column} <= ${here} then ${column} end`;
const local = (column: string) => `(${column} at time zone 'Asia/Shanghai')`;
const between = (from: string, to: string, seconds: number) =>
  `(extract(epoch from ${to} - ${from}) / ${seconds})::double precision`;

/** Rows of the future are not loaded, so the views need not look at the clock for them. */
export const demoTickets = `select
  'D' || id as number, channel, purpose, category_code, category, category_group, urgency, district, street,
  case when dispatched_at <= ${here} then owner_unit end as owner_unit,
  case when closed_at <= ${here} then '已办结' when first_contact_at <= ${here} then '办理中'
    when dispatched_at <= ${here} then '待受理' else '待派单' end as status,
  created_at, ${byNow('dispatched_at')} as dispatched_at, ${byNow('first_contact_at')} as first_contact_at, due_at,
  ${byNow('closed_at')} as closed_at, return_count, is_repeat, is_group,
  case when first_contact_at <= ${here} then contacted end as contacted,
  case when closed_at <= ${here} then solved end as solved,
  case when closed_at <= ${here} then satisfied end as satisfied,
  due_at < ${here} and closed_at > ${here} as overdue,
  closed_at <= ${here} and closed_at <= due_at as on_time,
  due_at <= ${here} or closed_at <= ${here} as matured,
  case when closed_at <= ${here} then ${between('created_at', 'closed_at', 3600)} end as handling_hours,
  case when first_contact_at <= ${here} then ${between('dispatched_at', 'first_contact_at', 3600)} end
    as first_contact_hours,
  happened_month, settled_at
from data_platform.demo_ticket`;

const liveTickets = `select
  number, case channel when 'hotline' then '电话' when 'web' then '网站' else channel end as channel, purpose,
  category_code, category_name as category, category_group, urgency, district, street, owner_unit,
  case status when 'triage' then '待派单' when 'assigned' then '待受理' when 'returned' then '已退单'
    when 'adjudication' then '已退单' when 'replied' then '已答复' when 'closed' then '已办结'
    when 'merged' then '已办结' else '办理中' end as status,
  ${local('filed_at')} as created_at,
  case when owner_unit is not null then ${local('filed_at')} end as dispatched_at,
  null::timestamp as first_contact_at, ${local('due_at')} as due_at, ${local('closed_at')} as closed_at,
  case when status = 'returned' then 1 else 0 end as return_count, false as is_repeat, false as is_group,
  null::boolean as contacted, null::boolean as solved, null::boolean as satisfied,
  due_at < now() and closed_at is null as overdue, coalesce(closed_at <= due_at, false) as on_time,
  due_at <= now() or closed_at is not null as matured,
  ${between('filed_at', 'closed_at', 3600)} as handling_hours, null::double precision as first_contact_hours,
  cast(date_trunc('month', ${local('filed_at')}) as date) as happened_month, timestamp 'infinity' as settled_at
from yuwen.ticket`;

const views = [
  `create or replace view data_platform.ticket as ${demoTickets} union all ${liveTickets}`,
  `create or replace view data_platform.event as select
    'E' || id as number, event_source, level, board, event_type, district, street, occurred_at, dispose_level,
    ${byNow('disposed_at')} as disposed_at, case when disposed_at <= ${here} then '已处置' else '处置中' end as status,
    case when disposed_at <= ${here} then ${between('occurred_at', 'disposed_at', 3600)} end as disposal_hours,
    happened_month, settled_at
  from data_platform.demo_event`,
  `create or replace view data_platform.service_case as select
    'B' || id as number, matter, case_channel, applicant_type, district, submitted_at, ${byNow('closed_at')} as closed_at,
    case when closed_at <= ${here} then outcome else '办理中' end as result, promised_days, material_count,
    exempted_count, corrected_count, case when closed_at <= ${here} then rating end as rating,
    case when closed_at <= ${here} then ${between('submitted_at', 'closed_at', 86_400)} end as actual_days,
    case when closed_at <= ${here} then ${between('submitted_at', 'closed_at', 86_400)} > promised_days end as overdue,
    happened_month, settled_at
  from data_platform.demo_service_case`,
  `create or replace view data_platform.alarm as select
    'A' || id as number, scene, alarm_level, district, alarm_at, ${byNow('ack_at')} as ack_at,
    ${byNow('disposed_at')} as disposed_at, case when ack_at <= ${here} then false_alarm end as false_alarm,
    case when ack_at <= ${here} then ${between('alarm_at', 'ack_at', 60)} end as ack_minutes,
    happened_month, settled_at
  from data_platform.demo_alarm`,
];

/** The app makes the tables of the roll-ups itself, as the semantic model declares them; the reader sees how far each goes. */
const rollups = [
  'grant create on schema data_platform to yuwen_app',
  `create table data_platform.rollup_state (
    name text primary key, definition text not null, settled_to timestamp not null, rows bigint not null,
    refreshed_at timestamptz not null default now())`,
  "comment on table data_platform.rollup_state is '汇总表的状态（汇总自合成数据与本台工单以外的已定数据）'",
];

/** Loading from nothing empties the table in the same transaction, which lets PostgreSQL write the rows as settled. */
const loading = [
  `grant truncate on ${Object.keys(demoTables)
    .map((table) => `data_platform.${table}`)
    .join(', ')} to yuwen_app`,
  `create function data_platform.learn_statistics() returns void language plpgsql security definer
    set search_path = pg_catalog as $$
    declare relation regclass;
    begin
      for relation in select c.oid::regclass from pg_class c
        where c.relnamespace = 'data_platform'::regnamespace and c.relkind = 'r' and c.relowner = current_user::regrole
      loop execute format('analyze %s', relation); end loop;
    end $$`,
  'revoke all on function data_platform.learn_statistics() from public',
  'grant execute on function data_platform.learn_statistics() to yuwen_app',
];
