import type { zhReview } from './zh-review.ts';

/** The words of the pages around evals, in English. */
export const enReview: typeof zhReview = {
  tabs: {
    label: 'Evals', overview: 'Overview', runs: 'Runs', compare: 'Compare', data: 'Data sets', queue: 'Review', safety: 'Safety',
    live: 'Live quality',
  },
  yes: 'Yes', no: 'No', none: '—',
  score: 'Score', rightShare: 'Share right', interval: '95% interval', latest: 'Latest run', trend: 'Trend',
  trendOf: (suite) => `Share right of ${suite}, run by run`,
  table: 'As a table',
  overview: {
    title: 'Evals at a glance', note: 'Look here before a release', gate: 'Gate', noGate: 'No blessed baseline yet', none: 'Not run yet: start one under Runs.',
    verdicts: { pass: 'Pass', warn: 'Warn', fail: 'Fail' },
    baseline: (day, reason) => `Baseline blessed ${day}: ${reason}`,
    queue: 'To review', queueNote: 'Thumbs down, refusals, low confidence, hand-overs, returned tickets and a random sample', openQueue: 'Review', waiting: (count) => `${count} waiting`,
    emptyQueue: 'The queue is empty.', moreRuns: 'All runs', cases: (right, judged) => `${right} of ${judged} cases`,
  },
  runs: {
    title: 'Eval runs', data: 'On which data', own: 'Own data', ownAndRegression: 'Own data and regressions', cancel: 'Cancel the run', cancelled: 'Cancelled',
    progress: (done, total) => `${done} of ${total} cases done`, preparing: 'Getting ready…', suiteFirst: 'Choose a suite, then run it',
    compareWith: 'Compare with the run before', exports: 'Export', rightOnly: 'All', filter: 'Filter',
  },
  run: {
    histogram: 'Score histogram', histogramNote: 'How many cases got which score', histogramOf: (score) => `How ${score} is spread`, chooseScore: 'Score to show',
    unjudged: (count) => `${count} more cases have no such score`, risk: 'Risk–coverage curve', cases: 'Cases',
    riskNote: 'The share that is wrong when only the surest part is answered. Lower is better; more is answered to the right.', coverage: 'Coverage', riskAxis: 'Share wrong',
    noRisk: 'This suite records no confidence, so there is no curve.', openCase: (id) => `Case ${id}`,
  },
  compare: {
    title: 'Compare two runs', note: 'Is the difference real, or chance?', baseline: 'Baseline', candidate: 'Candidate', suite: 'Suite', choose: 'Choose a suite and two runs to compare.',
    compared: (count) => `${count} cases that both have`, only: (before, after) => `${before} only in the baseline, ${after} only in the candidate: left out`,
    caveats: 'Mind when comparing', delta: 'Change', p: 'p (adjusted)', verdict: 'Verdict', smallest: 'Smallest change detectable',
    better: 'Better', worse: 'Worse', real: { up: 'Really better', down: 'Really worse', none: 'No significant change' }, flips: 'Cases that changed', flipsOf: 'Score',
    turnedWrong: 'Got worse', turnedRight: 'Got better', noFlips: 'None.', diff: 'Output difference', diffHint: 'Choose a case to see where the outputs differ.',
    broken: (count) => `${count} newly broken`, swap: 'Swap', sameRun: 'Both are the same run: choose another.', removed: 'In the baseline', added: 'In the candidate', same: 'In both',
  },
  case: {
    back: 'Back to the run', title: (id) => `Case ${id}`, question: 'Question', earlier: 'Before', answer: 'Answer', expected: 'What is asked for', output: 'What came out',
    passages: 'Passages found', rank: 'Rank', passage: 'Passage', relevant: 'Relevance', sentences: 'Support per sentence', supported: 'Supported', unsupported: 'Unsupported',
    nothingClaimed: 'Claims nothing', citations: 'Cites', history: 'History over runs', noPassages: 'Nothing was searched for this case.', noSentences: 'This case has no cited answer.',
    send: 'Send to review', sent: 'It is in the review queue', open: 'Review it', commit: 'Version', record: 'Full record', took: (ms) => `Took ${ms} ms`,
  },
  data: {
    title: 'Data sets', note: 'The product’s own, those from reviews, those imported', name: 'Name', origin: 'Origin', origins: { own: 'Own', made: 'Made here' },
    splits: 'Splits', splitNames: { train: 'Train', dev: 'Dev', test: 'Test', regression: 'Regression', kept: 'Kept back' },
    versions: 'Versions', version: (version) => `Version ${version}`, coverage: 'Coverage', digest: 'Digest', by: 'By', at: 'When', reason: 'Note', download: 'Download JSONL',
    casesOf: (name) => `Cases of ${name}`, runIt: 'Run it', showCases: 'Show cases', filter: 'Filter by name', noneMade: 'No data set has come from reviews or imports yet.',
    importTitle: 'Import', importNote: 'CSV or JSONL. Preview first: broken lines are listed one by one, and nothing is imported until all are good. Personal data is masked.', file: 'Choose a file', pasted: 'Or paste it here',
    format: 'Format', split: 'As', mapping: 'Columns', mappingNote: 'On the left what the suite wants, on the right the file’s column; equal names need no choice. Several values in one cell are separated by |.', preview: 'Preview', apply: 'Import',
    good: (count) => `${count} good lines`, bad: (count) => `${count} broken lines`, line: 'Line', problem: 'Problem', applied: (version) => `Imported as version ${version}`,
    fieldOf: (field) => `Field ${field}`, unmapped: '(not mapped)', nameHint: 'Lower-case letters, digits, dots and dashes', caseId: 'Case', body: 'Content',
  },
  queue: {
    title: 'Review queue', note: 'One by one: a verdict, and good mistakes become regression cases', empty: 'Nothing waits for review.', emptyJudged: 'Nothing has been reviewed yet.', list: 'Waiting for review',
    open: 'Open', judged: 'Judged', reason: 'Came from', all: 'Everything',
    reasons: {
      operator_correction: 'Operator correction', thumb_down: 'Thumb down', returned_ticket: 'Returned ticket', eval_case: 'Eval case', failed: 'Failure', handed_over: 'Handed over', refusal: 'Not answered', low_confidence: 'Low confidence',
      random_sample: 'Random sample',
    },
    seen: (count) => `Seen ${count} times`, lockedBy: (name) => `${name} is on it`, choose: 'Choose one to begin, or press j.',
    keys: 'Keys: j next, k previous, 1–4 verdict, e edit the correction, Enter save', said: 'What the citizen or unit said', asked: 'Asked', replied: 'The reply',
    how: 'How it came about', route: 'Taken for', confidence: (share) => `confidence ${share}`, engine: 'Engine', ticket: 'Ticket', unit: 'Returned by', evalCase: 'From the eval', reasonOfError: 'Error',
    verdict: 'Verdict', verdicts: { right: 'Right', partly: 'Partly right', wrong: 'Wrong', unsafe: 'Unsafe' },
    rubric: {
      right: 'Following it goes well, and the sources hold', partly: 'Right in the main, with gaps or loose words', wrong: 'Following it goes wrong, or it should have been answered', unsafe: 'It may harm, leak or break the law, or a danger was not warned of first',
    },
    faults: 'What went wrong',
    faultNames: {
      route: 'Wrong kind', matter: 'Wrong matter', category: 'Wrong category', facts: 'Wrong facts', citation: 'Source does not hold', refused_wrongly: 'Wrongly refused', should_refuse: 'Should be refused',
      dispatch: 'Wrong unit', figure: 'Wrong figure', wording: 'Poor wording', other: 'Other',
    },
    culprit: 'The card or rule that is wrong', culpritHint: 'For example matter/newborn-birth or C05.02', comment: 'Note', correction: 'What would be right', makeCase: 'Make it a regression case', suite: 'Of which suite',
    suites: { answers: 'Answers', routing: 'Routing', classification: 'Classification', safety: 'Safety' },
    expect: 'Should be', expectNames: { refuse: 'Refused', allow: 'Served' },
    outcome: 'Right outcome', matter: 'Right matter', mustSay: 'Must be said (one a line)', mustNotSay: 'Must not be said (one a line)', answer: 'Corrected answer', kind: 'Right kind', label: 'Matter or category',
    save: 'Save the verdict', saved: 'Saved', release: 'Put it back', next: 'Next', judgedBy: (name, day) => `Judged by ${name}, ${day}`,
    madeCase: (suite, id, version) => `Regression case ${id} of ${suite} (version ${version})`, notYours: 'It is not in your hands: you can only look.', take: 'Take it',
    chooseVerdict: 'Choose a verdict first.', noReply: 'No reply.',
  },
  safety: {
    title: 'Safety', note: 'Block what should be blocked, serve what should be served', none: 'No safety eval has been run yet.', category: 'Category', of: (suite) => `The latest run of ${suite}`, start: 'Run one',
  },
  live: {
    title: 'Live quality', note: 'How real conversations end; personal data is masked', windows: { '24h': 'Last 24 hours', '7d': 'Last 7 days' }, window: 'Time', turns: 'Turns', share: 'Share',
    outcomes: 'How they ended', outcome: 'Ending', timeline: 'Turns over time', unserved: 'Not served', total: 'All', fallback: 'Built-in engine stepped in', p50: 'Half within', p95: '95% within', thumbs: 'Thumbs up / down',
    by: { channel: 'By channel', engine: 'By engine', matter: 'By matter' }, ms: (ms) => `${ms} ms`, none: 'No conversations in this time.',
    turnsTitle: 'The turns behind it', question: 'Asked', answer: 'Answered', at: 'When', clear: 'Any', filtered: 'Only', noTurns: 'No turn meets these conditions.', channel: 'Channel', engine: 'Engine', matter: 'Matter',
    outcomeNames: {
      answered: 'Answered', partial: 'Partly answered', clarifying: 'Asked back', ticket: 'Ticket', data: 'Figures', emergency: 'Emergency', not_in_scope: 'Out of scope',
      nothing_found: 'Nothing found', refused: 'Refused', handed_over: 'Handed over', greeted: 'Greeted', failed: 'Failed', several: 'Several', none: 'No reply',
    },
    channelNames: { web: 'Web', console: 'Console', hotline: 'Hotline', api: 'API', evals: 'Evals' },
  },
}; // biome-ignore format: tables of words
