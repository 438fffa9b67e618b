import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { openBrowser, watchErrors } from './browser.ts';
import { copyBuilt } from './built-web.ts';
import { account } from './fake-routes.ts';
import { type FakeServer, openFakeServer } from './fake-server.ts';

export interface DeskInBrowser {
  /** A fresh one for each test. */
  readonly server: FakeServer;
  /** The page that `show` opened. */
  readonly page: Page;
  /** Opens a page of the desk in a browser that knows nothing yet. */
  show(path?: string, options?: BrowserContextOptions): Promise<void>;
  /** An error that the test has provoked on purpose, and seen. */
  expectErrors(like: RegExp): void;
  /** Opens a page of the console with somebody logged in, or nobody. */
  showConsole(path: string, as: string | null, options?: BrowserContextOptions): Promise<void>;
}

/**
 * Registers what a suite of browser tests needs: the pages built, a browser, a scripted desk for each test. After each
 * test the page must have had no error and no content refused by its policy.
 */
export function useDeskInBrowser(part: 'widget' | 'console'): DeskInBrowser {
  // A browser on a busy machine; a test that hangs still ends.
  vi.setConfig({ testTimeout: 60_000 });
  let browser: Browser;
  let web: string;
  let server: FakeServer;
  let page: Page;
  let errors: string[] = [];

  beforeAll(async () => {
    web = await mkdtemp(join(tmpdir(), 'yuwen-web-'));
    await copyBuilt(part, web);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(web, { recursive: true });
  });
  beforeEach(async () => {
    server = await openFakeServer(web);
    errors = [];
  });
  afterEach(async () => {
    await page?.context().close();
    await server.close();
    expect(errors).toEqual([]);
  });

  const show = async (path = '/', options: BrowserContextOptions = {}) => {
    const calm = { locale: 'zh-CN', colorScheme: 'light', reducedMotion: 'reduce' } as const;
    const context = await browser.newContext({ ...calm, ...options });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    errors = watchErrors(page);
    await page.goto(server.url + path);
  };
  return {
    get server() {
      return server;
    },
    get page() {
      return page;
    },
    show,
    expectErrors(like) {
      expect(errors.filter((error) => like.test(error)).length).toBeGreaterThan(0);
      errors.splice(0, errors.length, ...errors.filter((error) => !like.test(error)));
    },
    showConsole(path, as, options) {
      server.api.account = as === null ? null : account(as);
      return show(`/console${path}`, options);
    },
  };
}
