import type { zhCalls } from './zh-calls.ts';

/** The words of the operator's workplace for calls, in English. */
export const enCalls: typeof zhCalls = {
  title: 'Hotline', note: 'Live transcripts with suggestions; the operator decides what is filed', list: 'List of calls', none: 'No calls now. A call that comes in appears here by itself.', call: (time) => `Call of ${time}`,
  back: 'All calls', runningCalls: 'Running calls', state: 'State', live: 'Live', ended: 'Ended', amended: 'Added to after its end', talkTime: 'Duration', waiting: 'To decide', waitingOf: (count) => `${count} to decide`,
  subject: 'Call', started: 'Began', wanted: 'Wants', wantsLabel: 'What the citizen wants', operator: 'Operator', ticket: 'Ticket', emergency: 'Emergency', untitled: 'Not clear yet what it is about', unknownWants: 'Not clear yet',
  wants: { matter: 'Asks about a matter', complaint: 'Complains', emergency: 'Emergency' },
  link: {
    cut: 'The live connection is lost; connecting again', cutNote: 'The page asks every 2 seconds instead. What is shown stays.', stale: 'The service cannot be reached', staleNote: (time) => `This is how it stood at ${time}. What you typed is kept; send it again when the connection is back.`,
  },
  transcript: 'Transcript', transcriptEmpty: 'Nobody has spoken yet.', speakers: { citizen: 'Citizen', operator: 'Operator' }, partial: 'speaking…', unsure: 'hard to hear', late: 'came after the end',
  toLatest: 'To the latest', toLatestNew: (count) => `To the latest (${count} new)`, utterance: (sequence) => `Utterance ${sequence}`, heardIn: 'Heard in',
  suggestions: 'Suggestions', noSuggestions: 'No suggestions yet. Listen first.', kinds: { answer: 'You could answer', ask: 'You could ask', warning: 'Emergency', note: 'Note' },
  say: 'Tell the citizen', numbers: 'Telephone', sources: 'Rests on', openSource: (title) => `“${title}”`, passage: (title) => `Passage of “${title}”`, matter: 'Matter',
  fields: { purpose: 'Kind', category: 'Category', urgency: 'Urgency', place: 'Place', items: 'What is asked for', subject: 'About whom', callback: 'Callback number' }, notHeard: 'Not heard yet', confidence: (share) => `${share} sure`, check: 'please check',
  pinned: 'Set by a person', missing: 'Missing', complete: 'Nothing is missing.', draft: 'Ticket draft', draftNote: 'Fills itself as the call goes on; what you set is not changed any more', noDraft: 'Nothing to file was heard yet.', likely: 'Likely', others: 'Other categories',
  similar: 'Tickets that may be about the same', noSimilar: 'No similar tickets were found.', filedAt: 'Filed', ownedBy: 'Owner',
  decide: {
    accept: 'Accept', acceptWarning: 'Citizen was told', join: 'Join this one, file no other', correct: 'Correct', fill: 'Fill in', reject: 'Reject', rejectWarning: 'False alarm', rejectSimilar: 'Not the same', undo: 'Undo', of: (what) => `: ${what}`,
    accepted: 'Accepted', corrected: 'Corrected', rejected: 'Rejected', withdrawn: 'Undone', by: (name) => name, becomesCase: 'will become a test case', caseNote: 'Your correction is stripped of personal data, reviewed, and becomes a test case.', right: 'Should be', rightItems: 'One a line', reason: 'Reason',
    reasonOptional: 'Reason (optional)', submit: 'Send', submitAgain: 'Seen; send mine all the same', cancel: 'Cancel', incomplete: 'Please fill in what would be right.', noReason: 'Please give a reason.', choose: 'Choose', conflict: 'Somebody else decided on this at the same time',
    conflictNote: (name, what) => `${name}: ${what}. What you typed is still here; send it again after looking.`, gone: 'This suggestion says something else now', goneNote: 'What you typed is still here. Please look at the newest content first.', joinNote: (number) => `This call will be added to ${number}; no ticket of its own is filed.`, joinReason: 'Remark (optional)',
    confirmJoin: 'Join', announced: (what, subject) => `${what}: ${subject}`,
  },
  keys: {
    title: 'Single keys', on: 'Work with single keys', hint: 'While you type, letters are letters. A key decides only on what is selected; with nothing selected it selects the first that is undecided.', next: 'next', previous: 'previous', accept: 'accept', correct: 'correct', reject: 'reject', undo: 'undo', source: 'source', file: 'file', latest: 'to the latest',
  },
  filing: {
    title: 'Filing', file: 'File this ticket', filed: (number) => `Filed as ${number}`, joined: (number) => `Joined to ${number}`, check: 'Please check before filing', confirm: 'File it', confirmAll: 'Seen; file all the same', back: 'Look again', open: 'Not checked yet:', stillMissing: 'Still missing: ',
  },
  after: {
    summary: 'Summary', summaryNote: 'Each sentence names the utterances it rests on', noSummary: 'Written when the call has ended.', findings: 'Ticket against transcript', findingsNote: 'Where they differ, mend it or confirm it', noFindings: 'No differences were found.', severities: { high: 'important', medium: 'mind', low: 'minor' },
    kinds: { item_lost: 'Something asked for is lost', complaint_became_enquiry: 'A complaint became an enquiry', place_differs: 'Another place', callback_differs: 'Another number', not_filed: 'Nothing filed', emergency_unanswered: 'Emergency unanswered' }, mended: 'Mended', confirmed: 'Confirmed', settledBy: (how, name) => `${how} (${name})`, reason: 'How it was mended, or why it is right',
    corrections: 'Corrections of this call', correctionsNote: 'Stripped of personal data and reviewed, they become test cases', noCorrections: 'Nothing was corrected.',
  },
  says: { warning: (text) => `Emergency: ${text}`, suggestion: (kind, text) => `${kind}: ${text}` },
}; // biome-ignore format: a catalogue
