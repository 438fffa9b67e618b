import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{assistant,knowledge,channels,evals,web-widget,scripts}/**/*.test.{ts,tsx,mjs}'],
    globalSetup: ['channels/testing/shared-postgres.ts'],
    // Two cores: more workers than that only slow each other, and several suites start real servers.
    maxWorkers: 2,
    // No test measures time; these only end what hangs, on a machine that may be busy with much else.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a test waits for may take long on such a machine too; a second, the default, is a test of speed.
    expect: { poll: { timeout: 30_000 } },
  },
});
