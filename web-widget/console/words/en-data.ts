import { en as widget } from '../../widget/en.ts';
import type { DataWords } from './zh-data.ts';

/** The words of the data question page, in English. Questions stay Chinese: that is what is understood. */
export const enData: DataWords = {
  title: 'Data questions', note: 'Ask in Chinese; get a figure, a table and a chart, and how they were computed',
  ask: 'Ask in Chinese', submit: 'Ask', asking: 'Computing…', you: 'Asked', startAnew: 'New question', undo: 'Undo this step', undoSent: '撤销',
  examples: 'What you can ask', metrics: 'Measures', dimensions: 'By', updated: 'Updated', examplesOf: (subject) => `${subject}: for example`,
  followUp: 'You can go on, for example 「那渝中区呢」', firstHint: 'For example 「上个月各区县投诉量前五」', empty: 'Ask a question, or pick one below.',
  chips: 'Understood as (open one to change it)', changeChip: (label) => `${label}, open to change`, assumed: 'not said, assumed', correct: (text) => `更正：${text}`,
  assumptions: 'Left open, and taken as', uncovered: 'Not understood', uncoveredNote: 'These words were not used. Check whether the result is what you meant, or say it in other words.',
  lowConfidence: (share) => `Low confidence (${share}): check how it was computed before you use it`,
  chartOf: (text) => `Chart: ${text}`, chartKind: 'Show as',
  chartKinds: { line: 'Line', bar: 'Bars', pie: 'Pie', table: 'Table only' }, chartChanged: (kind) => `Shown as: ${kind}`,
  noRows: 'No data matches.', filterRows: 'Find in the table', rowsShown: (shown, all) => `${shown} of ${all} rows`, yes: 'Yes', no: 'No',
  hidden: (count) => `${count} figures are not shown (—) to keep statistical secrecy.`, isCut: (rows) => `There is more: this table and the exported file have the first ${rows} rows only. Narrow the question or group it.`,
  explanation: 'How it was computed', jurisdiction: 'Limited to', window: 'Time', asOf: 'Data as of', days: (from, to) => (from === to ? from : `${from} to ${to}`), sql: 'Query',
  exportXlsx: 'Export XLSX', exportCsv: 'Export CSV', exported: (name) => `Exported ${name}`,
  save: 'Save this question', saveName: 'Name', saveSubmit: 'Save', saved: (name) => `Saved as “${name}” for everybody of your unit`,
  savedTitle: 'Saved questions', savedNote: 'Shared within the unit and district; run each time with today’s data and your own rights', noneSaved: 'No saved questions yet.', run: (name) => `Run again: ${name}`, savedBy: (by, day) => `Saved by ${by} on ${day}`,
  verified: 'Verified', verifiedBy: (by) => `Verified by ${by}`, verify: (name) => `Mark as verified: ${name}`, unverify: (name) => `Withdraw verification: ${name}`, verifyShort: 'Mark as verified', unverifyShort: 'Withdraw verification',
  remove: (name) => `Remove: ${name}`, removeShort: 'Remove',
  endings: {
    clarifying: { title: 'One thing to settle', next: 'Choose one, or ask in other words.' },
    nothing_found: { title: 'No data found', next: 'Try another time or place, or see what you can ask.' },
    not_in_scope: { title: 'Not a data question', next: 'Only data are answered here: name a measure, a time and a place, or pick an example.' },
    no_right: { title: 'Outside your rights', next: 'Ask for a district or a total that you may see; otherwise apply for access.' },
    unsafe: { title: 'Questions only', next: 'Data are changed in the systems that they come from.' },
    injection: { title: 'This cannot be done', next: 'Just ask for data in a sentence, for example 「上个月各区县投诉量前五」.' },
    abuse: { title: 'This cannot be done', next: 'Just ask for data in a sentence, for example 「上个月各区县投诉量前五」.' },
    failed: { title: 'It could not be computed', next: 'Ask again in a moment, or narrow the question.' },
  },
  aiLabel: 'AI-generated, for reference only', synthetic: widget.synthetic,
}; // biome-ignore format: tables of words
