import { describe } from 'vitest';
// The same search that `npm test` makes before it installs what is missing.
import { findProgram } from '../../scripts/test-programs.mjs';

export type TestProgram = 'redis-server' | 'postgresql' | 'chromium';

/** Paths of the programs that some suites run for real; undefined where the machine has none. */
export const has: { redis?: string; postgres?: string; chromium?: string } = {
  redis: findProgram['redis-server'](),
  postgres: findProgram.postgresql(),
  chromium: findProgram.chromium(),
};

const pathOf: Record<TestProgram, string | undefined> = {
  'redis-server': has.redis,
  postgresql: has.postgres,
  chromium: has.chromium,
};

/** A suite that needs a program: it is handed its path, or skipped under a name that says why. */
export function describeWith(program: TestProgram, name: string, suite: (path: string) => void): void {
  const path = pathOf[program];
  if (path) describe(name, () => suite(path));
  else describe.skip(`${name} (skipped: ${program} is not installed)`, () => suite(''));
}
