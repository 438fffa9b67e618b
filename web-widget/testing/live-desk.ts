import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildServer } from '../../channels/server.ts';
import { openGateway } from '../../channels/socket/gateway.ts';
import { openTestDesk, type TestDesk } from '../../channels/testing/open-test-desk.ts';
// Says what the run's global setup provides.
import type {} from '../../channels/testing/shared-postgres.ts';
import type { ReadFile } from '../../knowledge/index.ts';
import { openBrowser, watchErrors } from './browser.ts';
import { copyBuilt } from './built-web.ts';

export interface LiveDesk {
  address: string;
  browser: Browser;
  /** For what a test puts there in bulk: a page shows it as it shows what came over the wire. */
  record: TestDesk['record'];
  /** What the desk takes for the present; sessions end by it, too. */
  setTime(moment: string): void;
  /** A browser of somebody's own, at a page. */
  openPage(path: string, options?: BrowserContextOptions): Promise<{ page: Page; errors: string[] }>;
  /** Logs an account of `openTestDesk` in, in that page's browser. */
  logIn(page: Page, account: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * A whole desk with its real pages, record, engines and jobs, on a clock that the test sets; `read` reads uploads,
 * `settings` are those of the environment.
 */
export async function openLiveDesk(
  firstMoment: string,
  read?: ReadFile,
  settings: Record<string, string> = {},
): Promise<LiveDesk> {
  let time = new Date(firstMoment);
  const web = await mkdtemp(join(tmpdir(), 'yuwen-live-web-'));
  await copyBuilt('widget', web);
  await copyBuilt('console', web);
  const { desk, record, close } = await openTestDesk(settings, () => time, read);
  const { services } = desk;
  const server = await buildServer({ ...services, config: { ...services.config, web: { folder: web } } });
  const gateway = openGateway(server.server, { ...services, log: server.log }, null);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  return {
    address,
    browser,
    record,
    setTime(moment) {
      time = new Date(moment);
    },
    async openPage(path, options = {}) {
      const calm = { locale: 'zh-CN', colorScheme: 'light', reducedMotion: 'reduce' } as const;
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...calm, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const errors = watchErrors(page);
      await page.goto(address + path);
      return { page, errors };
    },
    async logIn(page, name) {
      const data = { name, password: 'a password for tests' };
      const headers = { 'x-yuwen-request': '1' };
      const answer = await page.request.post(`${address}/api/session`, { data, headers });
      if (!answer.ok()) throw new Error(`${name} was not logged in: ${answer.status()} ${await answer.text()}`);
    },
    async close() {
      await browser.close();
      await gateway.close();
      await server.close();
      await close();
      await rm(web, { recursive: true, force: true });
    },
  };
}
