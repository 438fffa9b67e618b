import type { Measure, Metric, SemanticModel, Subject } from '../../../knowledge/index.ts';
import type { ColumnType, DataEngine, TableShape } from '../engines/data-engine.ts';
import { quote } from '../write-sql.ts';

/** Where in the model's file something does not fit the data, and what. */
export interface ModelProblem {
  /** Keys and indexes from the top of the file: `['subjects', 0, 'time', 'column']`. */
  path: (string | number)[];
  message: string;
  /** A `warning` may be meant so; an `error` makes questions fail. */
  severity: 'error' | 'warning';
}

/** Dictionaries longer than this are not compared value by value. */
const mostValues = 2_000;
/** So many values are named in one problem. */
const mostNamed = 5;

/** Everything in a model that its tables do not bear out: tables, columns, types, values. */
export async function checkModel(
  model: SemanticModel,
  shapes: readonly TableShape[],
  engine: DataEngine,
): Promise<ModelProblem[]> {
  const problems: ModelProblem[] = [];
  for (const [index, subject] of model.subjects.entries()) {
    const shape = shapes.find(({ relation }) => relation === subject.relation);
    const path = ['subjects', index];
    if (!shape) problems.push(error([...path, 'relation'], `没有表 ${subject.relation}`));
    else problems.push(...columnProblems(subject, shape, path), ...(await valueProblems(subject, shape, path, engine)));
  }
  return problems;
}

type Path = ModelProblem['path'];
const error = (path: Path, message: string): ModelProblem => ({ path, message, severity: 'error' });
const warning = (path: Path, message: string): ModelProblem => ({ path, message, severity: 'warning' });

function columnProblems(subject: Subject, { columns, relation }: TableShape, path: Path): ModelProblem[] {
  const typeOf = (name: string) => columns.find((column) => column.name === name)?.type;
  const missing = (name: string, at: Path) =>
    typeOf(name) === undefined ? [error(at, `表 ${relation} 没有列 ${name}`)] : [];
  const { time, districtColumn, dimensions, listColumns, metrics } = subject;
  return [
    ...missing(time.column, [...path, 'time', 'column']),
    ...timeProblems(time, typeOf(time.column), [...path, 'time', 'column']),
    ...(districtColumn === null ? [] : missing(districtColumn, [...path, 'districtColumn'])),
    ...dimensions.flatMap(({ column }, index) => missing(column, [...path, 'dimensions', index, 'column'])),
    ...listColumns.flatMap(({ column }, index) => missing(column, [...path, 'listColumns', index, 'column'])),
    ...metrics.flatMap((metric, index) => metricProblems(metric, typeOf, relation, [...path, 'metrics', index])),
  ];
}

function timeProblems({ grain }: Subject['time'], type: ColumnType | undefined, path: Path): ModelProblem[] {
  if (type === undefined || grain === 'none') return [];
  const fits = grain === 'year' ? type === 'integer' || type === 'number' : type === 'date' || type === 'moment';
  return fits
    ? []
    : [error(path, `${grain === 'year' ? '年份要是整数列' : '时间要是日期或时间列'}，这一列是${nameOf[type]}`)];
}

function metricProblems(
  metric: Metric,
  typeOf: (name: string) => ColumnType | undefined,
  relation: string,
  path: Path,
): ModelProblem[] {
  return measuresOf(metric).flatMap(([key, measure]) => {
    const tested = measure.where.flatMap(({ column }, index) =>
      typeOf(column) === undefined
        ? [error([...path, key, 'where', index, 'column'], `表 ${relation} 没有列 ${column}`)]
        : [],
    );
    if (!measure.column) return tested;
    const type = typeOf(measure.column);
    if (type === undefined)
      return [...tested, error([...path, key, 'column'], `表 ${relation} 没有列 ${measure.column}`)];
    const isSummed = measure.aggregate !== 'count' && type !== 'number' && type !== 'integer';
    return isSummed ? [...tested, error([...path, key, 'column'], `${nameOf[type]}列不能求和或平均`)] : tested;
  });
}

function measuresOf(metric: Metric): [string, Measure][] {
  if (metric.kind !== 'ratio') return [['measure', metric.measure]];
  return [
    ['numerator', metric.numerator],
    ['denominator', metric.denominator],
  ];
}

const nameOf: Record<ColumnType, string> = {
  text: '文字', number: '数', integer: '整数', boolean: '是否', date: '日期', moment: '时间', other: '其他类型的',
}; // biome-ignore format: a table

/** Values of a dictionary that no row has, and values of rows that no dictionary has: nobody can ask for those by name. */
async function valueProblems(subject: Subject, { columns }: TableShape, path: Path, engine: DataEngine) {
  const problems: ModelProblem[] = [];
  for (const [index, { column, type, values, valuesFrom, separator, groups }] of subject.dimensions.entries()) {
    const known = columns.some(({ name }) => name === column);
    if (!known || type !== 'text' || values.length === 0 || valuesFrom || separator || groups) continue;
    const found = await distinctOf(subject.relation, column, engine);
    if (found === null) continue;
    const listed = values.map(({ value }) => String(value));
    const gone = listed.filter((value) => !found.includes(value));
    const fresh = found.filter((value) => !listed.includes(value));
    const at = [...path, 'dimensions', index, 'values'];
    if (gone.length > 0) problems.push(warning(at, `数据里没有这些取值：${some(gone)}`));
    if (fresh.length > 0) problems.push(warning(at, `数据里还有这些取值，没有写进来就问不到：${some(fresh)}`));
  }
  return problems;
}

async function distinctOf(relation: string, column: string, engine: DataEngine): Promise<string[] | null> {
  const table = relation.split('.').map(quote).join('.');
  const rows = await engine.run(
    `select distinct ${quote(column)} as value from ${table} where ${quote(column)} is not null limit ${mostValues + 1}`,
    [],
    { timeoutMs: 30_000 },
  );
  return rows.length > mostValues ? null : rows.map(({ value }) => String(value));
}

function some(values: readonly string[]): string {
  const more = values.length > mostNamed ? ` 等 ${values.length} 个` : '';
  return values.slice(0, mostNamed).join('、') + more;
}
