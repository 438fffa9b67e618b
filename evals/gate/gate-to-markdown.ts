import type { GateReport, GateVerdict, GroupVerdict, SuiteGate } from './gate-report.ts';

const words: Record<GateVerdict, string> = { pass: '通过', warn: '留意', fail: '不通过' };

/** The report as people read it in a merge request: the verdict, what fell, and what was held to what. */
export function gateToMarkdown({ verdict, at, suites }: GateReport): string {
  return [
    `# 评测关口：${words[verdict]}`,
    `时间 ${at}。按套件、按分组与已认定的基准做非劣效检验；关键用例失守一例即不通过。`,
    table(['套件', '结论', '用例', '基准'], suites.map(suiteRow)),
    ...suites.flatMap(section),
  ].join('\n\n').concat('\n'); // biome-ignore format: parts of a page
}

const suiteRow = ({ suite, verdict, compared, baseline }: SuiteGate) => [
  suite,
  words[verdict],
  String(compared),
  baseline ? `${baseline.blessedAt.slice(0, 10)}，${baseline.reason}` : '没有',
];

function section({ suite, verdict, reasons, caveats, groups, misses }: SuiteGate): string[] {
  const shown = groups.filter((group) => group.group === 'all' || group.verdict !== 'pass');
  const accepted = misses.filter((miss) => miss.accepted);
  return [
    `## ${suite}：${words[verdict]}`,
    ...(reasons.length > 0 ? [reasons.map((reason) => `- ${cell(reason)}`).join('\n')] : []),
    ...(shown.length > 0 ? [table(groupHead, shown.map(groupRow))] : []),
    ...(accepted.length > 0
      ? [`认定基准时已知并接受的关键失守：${accepted.map(({ caseId }) => cell(caseId)).join('、')}。`]
      : []),
    ...(caveats.length > 0 ? [`注意：${caveats.map(cell).join('')}`] : []),
  ];
}

const groupHead = ['分组', '分数', '例数', '基准', '这次', '变化 [95% 区间]', '允许', 'p', '结论'];

function groupRow(group: GroupVerdict): string[] {
  const { score, n, baseline, candidate, delta, interval, margin, pWorse, verdict } = group;
  const change = `${signed(delta)} [${signed(interval.low)}, ${signed(interval.high)}]`;
  return [
    group.group, score, String(n), baseline.toFixed(3), candidate.toFixed(3), change, String(margin), pWorse.toFixed(4),
    words[verdict],
  ]; // biome-ignore format: a row
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(3)}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

/** Names of cases and groups come from data sets, which anybody may write: they must stay inside their cell. */
const cell = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\|`<>[\]*_]/g, (sign) => `\\${sign}`);
