import { zh as widget } from '../../widget/zh.ts';

/** The words of the data question page, in Chinese. */
export const zhData = {
  title: '数据问答', note: '用中文提问，得到数字、表格和图，以及怎么算的',
  ask: '用中文提问', submit: '提问', asking: '正在计算…', you: '问', startAnew: '新的提问', undo: '撤销这一步', undoSent: '撤销',
  examples: '可以问什么', metrics: '能查', dimensions: '能按', updated: '更新', examplesOf: (subject: string) => `${subject}：可以这样问`,
  followUp: '可以接着问，例如「那渝中区呢」', firstHint: '例如「上个月各区县投诉量前五」', empty: '提一个问题，或从下面选一个。',
  chips: '这样理解（可以点开改）', changeChip: (label: string) => `${label}，点开更改`, assumed: '没说，按此理解', correct: (text: string) => `更正：${text}`,
  assumptions: '没说清的，按这样理解', uncovered: '没有看懂的部分', uncoveredNote: '这些字没有用上，请看看结果是不是您要的，或换个说法。',
  lowConfidence: (share: string) => `把握不高（${share}），请核对“怎么算的”再用`,
  chartOf: (text: string) => `图：${text}`, chartKind: '换个图',
  chartKinds: { line: '折线', bar: '柱状', pie: '饼图', table: '只看表格' }, chartChanged: (kind: string) => `换成${kind}`,
  noRows: '没有符合条件的数据。', filterRows: '在表中查找', rowsShown: (shown: number, all: number) => `显示 ${shown} / ${all} 行`, yes: '是', no: '否',
  hidden: (count: number) => `有 ${count} 个数按统计保密的要求不显示（记作“—”）。`, isCut: (rows: number) => `结果很多，这里和导出的文件都只有前 ${rows} 行；请加条件或改成分组统计。`,
  explanation: '怎么算的', jurisdiction: '数据范围', window: '时间', asOf: '数据截至', days: (from: string, to: string) => (from === to ? from : `${from} 至 ${to}`), sql: '查询语句',
  exportXlsx: '导出 XLSX', exportCsv: '导出 CSV', exported: (name: string) => `已导出 ${name}`,
  save: '保存这个问题', saveName: '名称', saveSubmit: '保存', saved: (name: string) => `已保存为“${name}”，本单位同事都能用`,
  savedTitle: '保存的问题', savedNote: '同单位同区县共享；每次都用今天的数据和您自己的权限再算', noneSaved: '还没有保存的问题。', run: (name: string) => `再算：${name}`, savedBy: (by: string, day: string) => `${by} 于 ${day} 保存`,
  verified: '已核对', verifiedBy: (by: string) => `${by} 核对过`, verify: (name: string) => `标记已核对：${name}`, unverify: (name: string) => `取消核对：${name}`, verifyShort: '标记已核对', unverifyShort: '取消核对',
  remove: (name: string) => `删除：${name}`, removeShort: '删除',
  endings: {
    clarifying: { title: '还要您定一下', next: '选一个，或换个说法再问。' },
    nothing_found: { title: '没有查到数据', next: '可以换个时间或区域，或看看“可以问什么”。' },
    not_in_scope: { title: '不像数据问题', next: '这里只回答数据；请写清指标、时间和区域，或选一个例子。' },
    no_right: { title: '超出您的权限', next: '改问权限内的区县或汇总数；确有需要请按规定申请。' },
    unsafe: { title: '这里只能查询', next: '要改数据请走原来的业务系统。' },
    injection: { title: '这个请求不能办', next: '请直接用一句话问数据，例如「上个月各区县投诉量前五」。' },
    abuse: { title: '这个请求不能办', next: '请直接用一句话问数据，例如「上个月各区县投诉量前五」。' },
    failed: { title: '没有算出来', next: '请稍后再问一次，或把条件改得窄一些。' },
  } as Record<string, { title: string; next: string }>,
  aiLabel: 'AI 生成，仅供参考', synthetic: widget.synthetic,
}; // biome-ignore format: tables of words

export type DataWords = typeof zhData;
