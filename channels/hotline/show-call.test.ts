import { expect, it } from 'vitest';
import { emptyCallState } from '../http/hotline-types.ts';
import type { DecisionRow } from './call-store.ts';
import { withDecisions } from './show-call.ts';

const row = (subject: string, decision: DecisionRow['decision'], version: number): DecisionRow => ({
  id: String(version), call_id: 'call-1', subject, decision, corrected: decision === 'corrected' ? { text: '临江门' } : null,
  reason: null, actor: 'operator-1', at: new Date('2026-11-23T02:00:00Z'), version,
}); // biome-ignore format: one row, one glance

const place = {
  id: 'field-place-new', name: 'place' as const, text: '临江门', value: '临江门', confidence: null, pinned: true,
  alternatives: [], heardIn: [1], decision: null,
}; // biome-ignore format: one field, one glance
const shown = (...decisions: DecisionRow[]) =>
  withDecisions({ ...emptyCallState, fields: [place] }, decisions).fields[0]?.decision?.decision;

it('shows beside a field who set it, though what was set has another id than what it was set on', () => {
  expect(shown(row('field-place-old', 'corrected', 1))).toBe('corrected');
  expect(shown(row('field-place-old', 'rejected', 1))).toBeUndefined();
  expect(shown(row('field-place-old', 'corrected', 1), row('field-place-new', 'withdrawn', 2))).toBeUndefined();
});
