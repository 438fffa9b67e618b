// `npm test`: linter, both type checks and every test. With arguments (paths, -t …) only the tests, passed on to Vitest.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests, skippedSuites } from './count-tests.mjs';
import { projectFolder, runCommand } from './run-command.mjs';
import { say } from './say.mjs';

const tool = (path, ...args) => [process.execPath, [join(projectFolder, 'node_modules', path), ...args]];

const checks = [
  { name: 'lint', command: tool('@biomejs/biome/bin/biome', 'check', '.') },
  { name: 'types of the server', command: tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json') },
  { name: 'types of the pages', command: tool('typescript/bin/tsc', '--noEmit', '-p', 'web-widget/tsconfig.json') },
];

async function runChecks() {
  const failed = [];
  for (const { name, command } of checks) {
    say(`Checking: ${name}.`);
    if ((await runCommand(...command)) !== 0) failed.push(name);
  }
  return { passed: checks.length - failed.length, failed };
}

async function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'yuwen-report-'));
  const report = join(folder, 'report.json');
  say('Running the tests.');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runCommand(...tool('vitest/vitest.mjs', 'run', ...reporters, ...args));
  const results = readReport(report);
  rmSync(folder, { recursive: true });
  return { exitCode, results };
}

/** Undefined when Vitest ended before it wrote one. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const args = process.argv.slice(2);
const checked = args.length > 0 ? { passed: 0, failed: [] } : await runChecks();
const { exitCode, results } = await runVitest(args);
const tests = countTests(results, exitCode);

const failed = checked.failed.length + tests.failed;
for (const name of checked.failed) console.log(`failed: ${name}`);
for (const suite of skippedSuites(results)) console.log(`skipped: ${suite}`);
console.log(`${checked.passed + tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
