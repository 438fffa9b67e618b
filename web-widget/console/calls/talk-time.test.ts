import { expect, it } from 'vitest';
import { talkTime } from './talk-time.ts';

it('counts whole seconds, with hours only where there are any', () => {
  const told = ['02:00:07.9', '02:01:05', '03:02:09', '01:59:00'].map((time) =>
    talkTime('2026-11-23T02:00:00Z', new Date(`2026-11-23T${time}Z`)),
  );
  expect(told).toEqual(['0:07', '1:05', '1:02:09', '0:00']);
});
