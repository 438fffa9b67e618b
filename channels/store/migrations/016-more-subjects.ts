import { type Kysely, sql } from 'kysely';

/** Subjects of figures that offices report: economy, welfare and the city's vital signs. All rows of the demo are synthetic. */
export const moreSubjects = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  // One row a district, quarter and indicator; the unit stands in the row because indicators differ in it.
  `create table data_platform.economy (
    district text not null, quarter timestamp not null, indicator text not null, value double precision not null,
    unit text not null, primary key (district, quarter, indicator))`,
  // One row a district, month, kind of help and age group; `people` may be small and is suppressed below five when shown.
  `create table data_platform.welfare_stat (
    district text not null, month timestamp not null, category text not null, age_group text not null,
    people integer not null, amount double precision not null, primary key (district, month, category, age_group))`,
  // One reading of one vital sign in one district.
  `create table data_platform.vital_value (
    indicator text not null, board text not null, runway text not null, district text not null,
    measured_at timestamp not null, value double precision not null, unit text not null,
    threshold_low double precision, threshold_high double precision, status text not null)`,
  'create index vital_value_by_time on data_platform.vital_value (measured_at)',
  'create index vital_value_by_indicator on data_platform.vital_value (indicator, measured_at)',
  'grant truncate on data_platform.economy, data_platform.welfare_stat, data_platform.vital_value to yuwen_app',
  "comment on table data_platform.economy is '合成数据：演示用经济指标，不是统计公报数'",
  "comment on table data_platform.welfare_stat is '合成数据：演示用民政社保人数，不是统计数'",
  "comment on table data_platform.vital_value is '合成数据：演示用城市体征读数'",
];
