import { expect, it } from 'vitest';
import { call, draftField, suggestion, warning } from '../../testing/builders-calls.ts';
import { isDecided, mayAccept, targetsOf } from './targets.ts';

it('stands in reading order, and a field keeps its place when its content becomes another', () => {
  const { state } = call();
  const before = targetsOf({ ...state, suggestions: [suggestion(), ...state.suggestions.slice(0, 1), warning()] });
  expect(before.map(({ kind }) => kind)).toEqual([
    'warning', 'answer', 'ask', 'category', 'place', 'items', 'callback', 'similar',
  ]); // biome-ignore format: a list
  const after = targetsOf({ ...state, fields: [draftField({ id: 'category-2', text: '占道经营' })] });
  const [was, is] = [before, after].map((targets) => targets.find(({ kind }) => kind === 'category'));
  expect([is?.key === was?.key, is?.id === was?.id]).toEqual([true, false]);
});

it('counts a decision that was taken back as none, and a pinned field as decided', () => {
  const withdrawn = { decision: 'withdrawn', by: 'hotline-demo', at: '2026-11-23T02:01:00Z', reason: null } as const;
  const decided = [withdrawn, { ...withdrawn, decision: 'accepted' as const }, null].map((decision) =>
    isDecided({ decision, pinned: false }),
  );
  expect(decided).toEqual([false, true, false]);
  expect(isDecided({ decision: null, pinned: true })).toBe(true);
});

it('has nothing to accept where nothing was heard', () => {
  const { state } = call();
  const open = targetsOf(state).filter((target) => !mayAccept(target, state));
  expect(open.map(({ kind }) => kind)).toEqual(['callback']);
});
