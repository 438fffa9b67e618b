import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDebianPostgres } from '../../channels/testing/debian-postgres.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import { openTestRedis } from '../../channels/testing/redis.ts';
import { openDeskFolder, type StartedDesk, startDesk } from '../../channels/testing/start-desk.ts';
import { openBrowser, picture, watchErrors } from '../testing/browser.ts';

/** The whole way through, as its three kinds of users go it: in a browser, on a desk started by its own command. */
function walk(name: string, settings: () => Promise<{ env: Record<string, string>; close(): Promise<void> }>) {
  describe(name, () => {
    let desk: StartedDesk;
    let browser: Browser;
    const closers: (() => Promise<unknown>)[] = [];
    let ticketNumber = '';
    const shot = (page: Page, what: string) => (name.includes('own') ? Promise.resolve() : picture(page, what));

    beforeAll(async () => {
      const { env, close } = await settings();
      closers.push(close);
      const { folder, dispose } = await openDeskFolder();
      closers.push(dispose);
      desk = await startDesk(folder, env);
      closers.push(() => desk.stop());
      browser = await openBrowser();
      closers.push(() => browser.close());
    }, 120_000);
    afterAll(async () => {
      for (const close of closers.reverse()) await close();
    });

    async function openPage(path: string): Promise<{ page: Page; errors: string[] }> {
      const page = await (
        await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'zh-CN' })
      ).newPage();
      const errors = watchErrors(page);
      await page.goto(`${desk.address}${path}`);
      return { page, errors };
    }

    async function say(page: Page, text: string): Promise<void> {
      await page.getByRole('textbox', { name: '输入您的问题' }).fill(text);
      await page.getByRole('button', { name: '发送' }).click();
    }

    async function logIn(account: string): Promise<{ page: Page; errors: string[] }> {
      const { page, errors } = await openPage('/console/');
      await page.getByLabel('账号').fill(account);
      await page.getByLabel('密码', { exact: true }).fill(desk.passwords[account]!);
      await page.getByRole('button', { name: '登录' }).click();
      return { page, errors };
    }

    it('answers a citizen with the materials, and opens the passage that a line rests on', async () => {
      const { page, errors } = await openPage('/');
      await say(page, '娃儿刚生下来，上户口要带啥子材料？');
      const citation = page.getByRole('button', { name: /^来源 1：/ }).first();
      await citation.waitFor();
      expect(await page.getByText('落户一方的居民户口簿').count()).toBeGreaterThan(0);
      await shot(page, 'citizen-answer');
      await citation.click();
      const passage = page.getByRole('dialog');
      await passage.locator('mark').waitFor();
      expect(await passage.locator('mark').textContent()).toContain('身份证');
      await shot(page, 'citizen-passage');
      expect(errors).toEqual([]);
    });

    it('makes a ticket of a complaint and gives its number', async () => {
      const { page, errors } = await openPage('/');
      await say(page, '渝中区解放碑步行街烧烤摊半夜吵得睡不着');
      const card = page.getByRole('group', { name: '工单' });
      await card.waitFor();
      ticketNumber = /\d{8}-\d{6}/.exec((await card.textContent()) ?? '')?.[0] ?? '';
      expect(ticketNumber).toMatch(/^\d{8}-\d{6}$/);
      await shot(page, 'citizen-ticket');
      expect(errors).toEqual([]);
    });

    it('shows a handler the ticket with category, district and owner', async () => {
      const { page, errors } = await logIn('handler-demo');
      await page.getByRole('link', { name: ticketNumber }).click();
      await page.getByRole('heading', { name: /解放碑/ }).waitFor();
      const text = (await page.getByRole('main').textContent()) ?? '';
      expect(text).toContain('社会生活噪声');
      expect(text).toContain('渝中区');
      expect(text).toMatch(/解放碑街道|公安/);
      await shot(page, 'handler-ticket');
      expect(errors).toEqual([]);
    });

    it('gives a cadre a table and a chart', async () => {
      const { page, errors } = await logIn('cadre-demo');
      await page.getByRole('link', { name: '数据问答' }).click();
      // A desk that has just started says that its figures are still being filled in, and to ask again.
      const ask = async () => {
        await page.getByRole('textbox', { name: '用中文提问' }).fill('上个月各区县投诉量前五');
        await page.getByRole('button', { name: '提问', exact: true }).click();
        await page.getByRole('table').first().waitFor({ timeout: 3000 });
      };
      await vi.waitFor(ask, { timeout: 50_000, interval: 1000 });
      expect(await page.getByRole('table').first().getByRole('row').count()).toBe(6); // the head and five districts
      await page.locator('canvas, svg[role=img]').first().waitFor();
      await page.waitForTimeout(700); // the chart's opening animation, for the picture
      await shot(page, 'cadre-answer');
      expect(errors).toEqual([]);
    });

    it('lets the operator of the service start an eval run and see its figures', async () => {
      const { page, errors } = await logIn('operator-demo');
      await page.getByRole('link', { name: '评测' }).click();
      const started = await page.request.post(`${desk.address}/api/evals/runs`, {
        data: { suite: 'routing' },
        headers: { 'x-yuwen-request': '1' },
      });
      const { id } = (await started.json()) as { id: string };
      await expect
        .poll(
          async () =>
            ((await (await page.request.get(`${desk.address}/api/evals/runs/${id}`)).json()) as { status: string })
              .status,
          { timeout: 90_000 },
        )
        .toBe('finished');
      await page.goto(`${desk.address}/console/evals/${id}`);
      await page.getByText('kindAccuracy').first().waitFor();
      await shot(page, 'operator-run');
      expect(errors).toEqual([]);
    }, 120_000);
  });
}

describeWith('chromium', 'the walk of three users', () => {
  walk('with everything built in', async () => ({ env: {}, close: async () => {} }));
});

describeWith('chromium', 'the walk of three users, again', () => {
  describeWith('postgresql', 'on servers of one’s own', (postgres) => {
    describeWith('redis-server', 'both of them', (redisServer) => {
      walk('with DATABASE_URL and REDIS_URL, own servers', async () => {
        const redis = await openTestRedis(redisServer);
        const city = await openDebianPostgres(postgres);
        await city.administer(`create role desk login createrole password 'desk'`, 'create database desk owner desk');
        return {
          env: { DATABASE_URL: `postgres://desk:desk@127.0.0.1:${city.port}/desk`, REDIS_URL: redis.url },
          async close() {
            await redis.close();
            await city.close();
          },
        };
      });
    });
  });
});
