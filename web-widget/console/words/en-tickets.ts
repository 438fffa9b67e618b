import type { zhTickets } from './zh-tickets.ts';

/** The words of the pages around tickets, in English. */
export const enTickets: typeof zhTickets = {
  tabs: { label: 'Tickets', inbox: 'Inbox', triage: 'Triage', incidents: 'Incidents', rates: 'Rates' },
  filters: { unit: 'Unit in charge', tier: 'Tier', purpose: 'Kind' },
  views: {
    label: 'Views', overdue: 'Overdue', assigned: 'To accept', reopened: 'Reopened', mine: 'My unit', save: 'Save this view', name: 'Name of the view',
    forget: (name) => `Delete “${name}”`, kept: (name) => `Saved “${name}”`, cancel: 'Do not save', keep: 'Save',
  },
  conversation: { title: 'Conversation', none: 'This ticket did not come from a chat.', citizen: 'Citizen', desk: 'Yuwen' },
  photographs: { title: 'Photographs', note: 'Sent along by the citizen; time, place and device were taken out', open: (number) => `Enlarge photograph ${number}`, name: (number) => `Photograph ${number}` },
  extracted: { subject: 'About', happened: 'When', recurring: 'again and again', affected: 'People affected', atLeast: (count) => `at least ${count}`, harm: 'Harm', feared: 'feared', urgency: 'Grade' },
  items: {
    title: 'What is asked for', note: 'Each item needs an answer; the citizen judges each', item: (id) => `Item ${id}`,
    states: { open: 'To be answered', answered: 'Answered, not judged', solved: 'Solved', part: 'Solved in part', not: 'Not solved' },
    reopened: (count) => `sent back ${count}×`, reply: 'Reply', sentBack: 'Reply that was sent back', lacking: 'What it lacks', satisfaction: 'Satisfaction',
    satisfactions: { satisfied: 'Satisfied', neutral: 'Neutral', dissatisfied: 'Dissatisfied' }, answerDue: 'Citizen’s word awaited until',
    closedBecause: { solved: 'Everything solved', unanswered: 'Asked, and no answer in time', desk: 'Closed by the desk' }, closed: 'Closed because',
  },
  clock: {
    explain: 'How the time was counted', table: 'The clock line by line', at: 'When', what: 'What happened', budget: 'Limit', used: 'Used', due: 'Due', state: 'Clock',
    running: 'running', stopped: 'stopped', minutes: (minutes) => `${minutes} min`, now: 'Now', stoppedAt: 'Stopped', share: (share) => `${share} used`,
    rule: 'Rule',
  },
  similar: {
    title: 'Possibly the same case', note: 'Compared by place, content and time; a person decides whether to merge', none: 'No similar ticket found.', linked: 'Other matters of the same message',
    relations: { repeat: 'The same person again', other: 'Another person', unknown: 'Cannot tell whether the same person' },
    score: (share) => `${share} alike`, place: 'Same place', problem: 'Same problem', words: 'Both say', street: 'Same street', days: (days) => (days === 0 ? 'same day' : `${days} days apart`),
    inIncident: 'In the same incident', join: 'Merge into this', unjoin: 'Undo the merge', part: 'Take out of the incident', mergedInto: 'Merged into', members: 'Tickets merged into this one', joined: (into) => `Merged into ${into}`,
    unjoined: 'Undone', joinOf: (from, into) => `Merge ${from} into ${into}`, reversible: 'A merge can be undone; it never makes the limit longer, and every reporter hears of progress.',
  },
  fields: {
    reason: 'Reason', text: 'Text', reply: 'Reply', note: 'Note', contact: 'What was said', unit: 'Unit in charge', coUnits: 'Supporting units', clause: 'Clause', pauseCode: 'Why the clock stops', returnCode: 'Why it is returned',
    urgency: 'Grade', category: 'Category', workingDays: 'Working days asked for', into: 'Number of the other ticket', verdicts: 'Each item', satisfaction: 'Satisfaction (optional)', comment: 'What the citizen said (optional)',
  },
  move: {
    choose: 'Choose', answerTo: (id, text) => `Answer to item ${id}, “${text}” (leave out what is said above)`, clauseHint: 'Choose a clause of the responsibility table, or cite the law',
    unitHint: 'Type, then choose from the responsibility table', unitMeant: 'Did you mean', withFindings: 'The reply was sent back. It lacks:', changedTitle: 'Somebody changed this ticket since you opened it', changedKept: 'What you typed is still here. Read the changes, then submit again.',
    again: 'I have read the changes: submit', gone: (label) => `As things stand now, this is no longer possible: ${label}. What you typed is still here to be copied.`, verdictOf: (id, text) => `Item ${id}: ${text}`,
    verdicts: { solved: 'Solved', part: 'In part', not: 'Not solved' }, days: 'working days',
  },
  events: {
    kinds: {
      extension_requested: 'Extension asked for', extension_refused: 'Extension refused', regraded: 'Regraded', recategorised: 'Category corrected', reply_sent_back: 'Reply sent back', asked: 'Citizen asked', judged: 'Judged by the citizen',
      member_joined: 'A ticket was merged into this', member_left: 'A ticket was taken out', noted: 'Note', contacted: 'Citizen contacted', escalated: 'Escalated for time',
    },
    system: 'System', code: 'Reason', clause: 'Clause', unit: 'Unit', days: (days) => `${days} working days`, percent: (percent) => `${percent}% of the limit used`, told: (unit) => `told to ${unit}`,
    approved: (reason) => `Let pass by the desk: ${reason}`, items: (items) => `Items ${items}`, answerDue: 'Awaited until',
  },
  triage: {
    title: 'Triage', note: 'What the system leaves to a person; the most pressing first', none: 'Nothing waits for a decision.', evidence: 'Why it is here', candidates: 'Units by the responsibility table', noCandidates: 'None in the table; type the unit',
    categories: 'Possible categories', decide: 'Name the unit', open: 'Open the ticket', decided: (label) => `Done: ${label}`, returns: (count) => `returned ${count}×`, notOffered: 'This ticket no longer waits for a decision. Refresh.',
    whys: { no_owner: 'No unit', two_owners: 'Two units', unsure: 'Category unsure', returned: 'Returned', second_return: 'Second return', extension: 'Extension asked for', reply: 'Reply did not pass' },
    decisions: {
      no_owner: 'Name the unit', two_owners: 'Name the unit', unsure: 'Name the unit', returned: 'Name the unit', second_return: 'Name the unit', extension: 'Grant the extension', reply: 'Let the reply pass',
    },
    choose: (unit) => `Choose ${unit}`, sort: (category, share) => `${category} ${share}`,
  },
  incidents: {
    title: 'Incidents', note: 'Tickets about one case, ranked by how many people report it, not by how many tickets', none: 'Nothing that several people report.', days: 'Last', dayCount: (days) => `${days} days`, people: 'People, at least', tickets: 'Tickets', open: 'Open',
    peopleOf: (people) => `${people} people`, peopleLabel: 'People', unknown: 'Of unknown people', growing: 'growing', first: 'First', last: 'Latest', back: 'Back to the incidents', members: 'Tickets', relation: 'By whom', trend: 'New each day',
    trendOf: 'New tickets each day', districts: 'Districts', districtsOf: 'Tickets by district', streets: 'Streets', joinedBy: 'Put here by', engine: 'System', score: 'Alike', day: 'Day', count: 'Tickets', table: 'As a table',
  },
  rates: {
    title: 'Response, solution and satisfaction rates', note: 'With numerators and denominators, to be checked', by: 'Shown by', byUnit: 'Unit', byDistrict: 'District', from: 'Filed from', to: 'to', show: 'Show', response: 'Response', solved: 'Solved', satisfied: 'Satisfied',
    tickets: 'Tickets', none: 'No ticket was filed in this time.', mine: (name) => `Rates of ${name}`, definitions: 'How they are computed', unit: 'Unit', district: 'District', nothing: 'nothing to count', table: 'Rates of all', badRange: 'The first day must not be after the last.',
  },
}; // biome-ignore format: a catalogue
