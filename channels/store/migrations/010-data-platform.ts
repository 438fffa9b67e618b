import { type Kysely, sql } from 'kysely';

/**
 * The data platform that cadres ask. Base tables `demo_*` hold synthetic rows whose whole life is laid down when they are
 * made; the views over them show only what has happened by now, so open tickets close as the days go by with no job to do
 * it. Times are local timestamps of Chongqing: a day means the same in every database that may serve these questions.
 */
export const dataPlatform = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...tables, ...indexes, ...views, ...comments]) await sql.raw(statement).execute(db);
  },
};

const tables = [
  'create table data_platform.about (key text primary key, value text not null)',
  `create table data_platform.demo_ticket (
    id bigint primary key, channel text not null, purpose text not null, category_code text not null,
    category text not null, category_group text not null, urgency text not null, district text not null, street text,
    owner_unit text not null, created_at timestamp not null, dispatched_at timestamp not null,
    first_contact_at timestamp not null, due_at timestamp not null, closed_at timestamp not null,
    return_count integer not null, is_repeat boolean not null, is_group boolean not null,
    contacted boolean not null, solved boolean, satisfied boolean)`,
  `create table data_platform.demo_event (
    id bigint primary key, event_source text not null, level text not null, board text not null,
    event_type text not null, district text not null, street text, occurred_at timestamp not null,
    disposed_at timestamp not null, dispose_level text not null)`,
  `create table data_platform.demo_service_case (
    id bigint primary key, matter text not null, case_channel text not null, applicant_type text not null,
    district text not null, submitted_at timestamp not null, closed_at timestamp not null,
    promised_days double precision not null, material_count integer not null, exempted_count integer not null,
    corrected_count integer not null, outcome text not null, rating integer)`,
  `create table data_platform.demo_alarm (
    id bigint primary key, scene text not null, alarm_level text not null, district text not null,
    alarm_at timestamp not null, ack_at timestamp not null, disposed_at timestamp not null,
    false_alarm boolean not null)`,
  `create table data_platform.population_stat (
    district text not null, year integer not null, resident double precision not null,
    hukou double precision not null, urban double precision not null, aged_60 double precision not null,
    births double precision not null, deaths double precision not null, primary key (district, year))`,
];

/** The view's live half is found by the day too, which needs the very expression that the view uses. */
const indexes = [
  'create index demo_ticket_by_time on data_platform.demo_ticket (created_at)',
  'create index demo_ticket_by_district on data_platform.demo_ticket (district, created_at)',
  'create index demo_event_by_time on data_platform.demo_event (occurred_at)',
  'create index demo_service_case_by_time on data_platform.demo_service_case (submitted_at)',
  'create index demo_alarm_by_time on data_platform.demo_alarm (alarm_at)',
  "create index ticket_by_local_time on yuwen.ticket ((filed_at at time zone 'Asia/Shanghai'))",
];

const here = "(now() at time zone 'Asia/Shanghai')";
const byNow = (column: string) => `case when ${column} <= ${here} then ${column} end`;
const local = (column: string) => `(${column} at time zone 'Asia/Shanghai')`;
const between = (from: string, to: string, seconds: number) =>
  `(extract(epoch from ${to} - ${from}) / ${seconds})::double precision`;

const demoTickets = `select
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
    as first_contact_hours
from data_platform.demo_ticket where created_at <= ${here}`;

/** The desk's own tickets, with what the desk knows of them; call-backs (解决、满意) are not its to know. */
const liveTickets = `select
  number, case channel when 'hotline' then '电话' when 'web' then '网站' else channel end as channel, purpose,
  category_code, category_name as category, category_group, urgency, district, street, owner_unit,
  case status when 'triage' then '待派单' when 'assigned' then '待受理' when 'accepted' then '办理中'
    when 'returned' then '已退单' when 'replied' then '已答复' when 'closed' then '已办结' else status end as status,
  ${local('filed_at')} as created_at,
  case when owner_unit is not null then ${local('filed_at')} end as dispatched_at,
  null::timestamp as first_contact_at, ${local('due_at')} as due_at, ${local('closed_at')} as closed_at,
  case when status = 'returned' then 1 else 0 end as return_count, false as is_repeat, false as is_group,
  null::boolean as contacted, null::boolean as solved, null::boolean as satisfied,
  due_at < now() and closed_at is null as overdue, coalesce(closed_at <= due_at, false) as on_time,
  due_at <= now() or closed_at is not null as matured,
  ${between('filed_at', 'closed_at', 3600)} as handling_hours, null::double precision as first_contact_hours
from yuwen.ticket`;

const views = [
  `create view data_platform.ticket as ${demoTickets} union all ${liveTickets}`,
  `create view data_platform.event as select
    'E' || id as number, event_source, level, board, event_type, district, street, occurred_at, dispose_level,
    ${byNow('disposed_at')} as disposed_at, case when disposed_at <= ${here} then '已处置' else '处置中' end as status,
    case when disposed_at <= ${here} then ${between('occurred_at', 'disposed_at', 3600)} end as disposal_hours
  from data_platform.demo_event where occurred_at <= ${here}`,
  `create view data_platform.service_case as select
    'B' || id as number, matter, case_channel, applicant_type, district, submitted_at, ${byNow('closed_at')} as closed_at,
    case when closed_at <= ${here} then outcome else '办理中' end as result, promised_days, material_count,
    exempted_count, corrected_count, case when closed_at <= ${here} then rating end as rating,
    case when closed_at <= ${here} then ${between('submitted_at', 'closed_at', 86_400)} end as actual_days,
    case when closed_at <= ${here} then ${between('submitted_at', 'closed_at', 86_400)} > promised_days end as overdue
  from data_platform.demo_service_case where submitted_at <= ${here}`,
  `create view data_platform.alarm as select
    'A' || id as number, scene, alarm_level, district, alarm_at, ${byNow('ack_at')} as ack_at,
    ${byNow('disposed_at')} as disposed_at, case when ack_at <= ${here} then false_alarm end as false_alarm,
    case when ack_at <= ${here} then ${between('alarm_at', 'ack_at', 60)} end as ack_minutes
  from data_platform.demo_alarm where alarm_at <= ${here}`,
];

const comments = [
  "comment on table data_platform.about is '本数据平台的说明：合成数据，仅供演示'",
  "comment on table data_platform.demo_ticket is '合成数据：演示用诉求，不对应任何真实诉求'",
  "comment on table data_platform.demo_event is '合成数据：演示用治理事件'",
  "comment on table data_platform.demo_service_case is '合成数据：演示用政务办件'",
  "comment on table data_platform.demo_alarm is '合成数据：演示用感知告警'",
  "comment on table data_platform.population_stat is '合成数据：演示用人口数，不是统计公报数'",
  "comment on view data_platform.ticket is '诉求：合成数据与本台受理的工单（实时）'",
  "comment on view data_platform.event is '治理事件（合成数据）'",
  "comment on view data_platform.service_case is '政务办件（合成数据）'",
  "comment on view data_platform.alarm is '感知告警（合成数据）'",
];
