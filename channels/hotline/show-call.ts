import type { CallDetail, CallState, CallSummary, Decision, Finding } from '../http/hotline-types.ts';
import { emptyCallState, CallState as StoredState } from '../http/hotline-types.ts';
import type { CallRow, DecisionRow, UtteranceRow } from './call-store.ts';
import type { Closing } from './call-tables.ts';
import { readDecisions } from './pins.ts';

/** What was kept of a call's understanding; empty before anything was understood, or when an older desk wrote it. */
export function storedState({ state }: Pick<CallRow, 'state'>): CallState {
  const read = StoredState.safeParse(state);
  return read.success ? read.data : emptyCallState;
}

/** Puts beside each suggestion what became of it. */
export function withDecisions(state: CallState, decisions: readonly DecisionRow[]): CallState {
  const { bySubject, pinnedBy } = readDecisions(decisions);
  const decided = <T extends { id: string }>(one: T) => ({ ...one, decision: toDecision(bySubject.get(one.id)) });
  return {
    ...state,
    suggestions: state.suggestions.map(decided),
    fields: state.fields.map((field) => ({
      ...field,
      decision: toDecision(bySubject.get(field.id) ?? pinnedBy[field.name]),
    })),
    similar: state.similar.map(decided),
  };
}

function toDecision(row: DecisionRow | undefined): Decision | null {
  if (!row || row.decision === 'mended' || row.decision === 'confirmed') return null;
  return { decision: row.decision, by: row.actor, at: row.at.toISOString(), reason: row.reason };
}

export function toSummary(row: CallRow, decisions: readonly DecisionRow[]): CallSummary {
  const { suggestions, wants, draft } = withDecisions(storedState(row), decisions);
  return {
    id: row.id,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    changedAt: row.changed_at.toISOString(),
    version: row.version,
    operator: row.operator,
    ticketNumber: row.ticket_number,
    joined: row.joined,
    amended: row.amended,
    emergency: wants.includes('emergency'),
    undecided: suggestions.filter(({ decision, kind }) => decision === null && kind !== 'note').length,
    wants,
    title: draft?.title ?? suggestions.find(({ matter }) => matter)?.matter?.title ?? null,
  };
}

interface Shown {
  row: CallRow;
  utterances: readonly Pick<UtteranceRow, 'sequence' | 'speaker' | 'text' | 'at' | 'final' | 'confidence' | 'late'>[];
  decisions: readonly DecisionRow[];
  closing: Closing;
}

export function toDetail({ row, utterances, decisions, closing }: Shown): CallDetail {
  return {
    ...toSummary(row, decisions),
    utterances: utterances.map(({ sequence, speaker, text, at, final, confidence, late }) => ({
      sequence,
      speaker,
      text,
      at: at.toISOString(),
      final,
      confidence,
      late,
    })),
    state: withDecisions(storedState(row), decisions),
    summary: closing.summary,
    findings: withSettled(closing.findings, decisions),
  };
}

/** Findings with the operator's word on each. */
export function withSettled(findings: Closing['findings'], decisions: readonly DecisionRow[]): Finding[] {
  return findings.map((finding) => {
    const row = decisions.findLast(({ subject }) => subject === `finding:${finding.id}`);
    const how = row?.decision === 'mended' || row?.decision === 'confirmed' ? row.decision : null;
    const settled = row && how ? { how, by: row.actor, at: row.at.toISOString(), reason: row.reason } : null;
    return { ...finding, settled };
  });
}
