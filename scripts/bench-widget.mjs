// How long a first visitor waits on a slow network: from the address to a box to write in, and to the first answer.
// Starts a desk of its own in a temporary folder. `node scripts/bench-widget.mjs [--rounds 3] [--json]`
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from './build.mjs';
import { projectFolder } from './run-command.mjs';
import { findProgram } from './test-programs.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, json: { type: 'boolean' } } });

/** Bytes a second and milliseconds for each request, as the developer tools' presets reckon. */
const networks = {
  '3G 400 kbit/s, 400 ms': { down: 50_000, up: 50_000, latency: 400 },
  'Fast 3G (1.44 Mbit/s, 562 ms)': { down: 180_000, up: 84_375, latency: 562.5 },
  'Slow 3G (400 kbit/s, 2 s)': { down: 50_000, up: 50_000, latency: 2000 },
  'not slowed': null,
};

const median = (numbers) => Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]);

async function startDesk(folder) {
  const settings = { PORT: '0', DATA_FOLDER: folder, DEMO_DATA: 'false', LOG_LEVEL: 'error', DATABASE_URL: '' };
  const desk = spawn(process.execPath, [join(projectFolder, 'scripts/yuwen.mjs'), 'start', '--json'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: desk.stdout }))
    if (line.startsWith('{"address"')) return { desk, address: JSON.parse(line).address };
  throw new Error('The desk ended before it was up.');
}

/** One visit in a browser that knows nothing yet; milliseconds, and the bytes that came over the wire. */
async function visit(browser, address, network) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  if (network) {
    const { down, up, latency } = network;
    const conditions = { offline: false, latency, downloadThroughput: down, uploadThroughput: up };
    await session.send('Network.emulateNetworkConditions', conditions);
  }
  const startedAt = performance.now();
  await page.goto(`${address}/`, { waitUntil: 'commit', timeout: 120_000 });
  const box = page.getByRole('textbox', { name: '输入您的问题' });
  await box.waitFor({ timeout: 120_000 });
  await box.fill('上户口要带什么材料');
  const usable = performance.now() - startedAt;
  const atUsable = bytes;
  await box.press('Enter');
  await page
    .getByRole('button', { name: /^来源 1：/ })
    .first()
    .waitFor({ timeout: 120_000 });
  const answered = performance.now() - startedAt;
  await context.close();
  return { usable, answered, bytes: atUsable };
}

async function main() {
  if (!(await build())) throw new Error('The build failed; the reasons stand above.');
  const folder = mkdtempSync(join(tmpdir(), 'yuwen-bench-widget-'));
  chmodSync(folder, 0o755);
  const { desk, address } = await startDesk(folder);
  const browser = await chromium.launch({
    executablePath: findProgram.chromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    await visit(browser, address, null); // warms the desk up, not the browser
    const rows = [];
    for (const [name, network] of Object.entries(networks)) {
      const visits = [];
      for (let round = 0; round < Number(values.rounds); round += 1)
        visits.push(await visit(browser, address, network));
      const of = (key) => median(visits.map((one) => one[key]));
      rows.push({ network: name, usableMs: of('usable'), answeredMs: of('answered'), bytes: of('bytes') });
    }
    const size = (suffix) => readFileSync(join(projectFolder, `dist/web/widget.js${suffix}`)).length;
    const widget = { bytes: size(''), gzip: size('.gz'), brotli: size('.br') };
    print({ bench: 'widget', rounds: Number(values.rounds), widget, rows, load: loadavg()[0] });
  } finally {
    await browser.close();
    const exit = once(desk, 'exit');
    desk.kill('SIGTERM');
    await exit;
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(result) {
  if (values.json) return process.stdout.write(`${JSON.stringify(result)}\n`);
  const { widget, rows, load } = result;
  const lines = rows.map(
    ({ network, usableMs, answeredMs, bytes }) =>
      `${network}: usable after ${usableMs} ms, answered after ${answeredMs} ms, ${bytes} bytes until usable`,
  );
  const sizes = `widget.js ${widget.bytes} bytes, gzip ${widget.gzip}, brotli ${widget.brotli}; load ${load.toFixed(1)}`;
  process.stdout.write(`${[...lines, sizes].join('\n')}\n`);
}

await main();
