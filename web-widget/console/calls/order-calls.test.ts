import { expect, it } from 'vitest';
import { callSummary } from '../../testing/builders-calls.ts';
import { orderCalls } from './order-calls.ts';

it('puts running calls before ended ones, emergencies first, then what waits, then the newest', () => {
  const calls = [
    callSummary({ id: 'ended emergency', endedAt: '2026-11-23T02:04:00Z', emergency: true, undecided: 9 }),
    callSummary({ id: 'ended later', endedAt: '2026-11-23T02:09:00Z' }),
    callSummary({ id: 'begun first', undecided: 2, startedAt: '2026-11-23T02:00:00Z' }),
    callSummary({ id: 'begun last', undecided: 2, startedAt: '2026-11-23T02:05:00Z' }),
    callSummary({ id: 'much to decide', undecided: 5 }),
    callSummary({ id: 'emergency', emergency: true, undecided: 0 }),
  ];
  expect(orderCalls(calls).map(({ id }) => id)).toEqual([
    'emergency',
    'much to decide',
    'begun last',
    'begun first',
    'ended later',
    'ended emergency',
  ]);
});
