import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { openPlainBrowserAt } from '../testing/plain-browser.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const openPlainBrowser = () => openPlainBrowserAt(desk.server);

describe('the pages without script', () => {
  it('answer with links to the passages that the lines rest on', async () => {
    const browser = openPlainBrowser();
    await browser.open();
    await browser.say('娃儿刚生下来，上户口要带啥子材料？');
    await expect.poll(browser.reopened).toMatch(/href="\/plain\/documents\//u);
    const address = /href="(\/plain\/documents\/[^"#]+)/u.exec(browser.page)![1]!.replaceAll('&amp;', '&');
    expect(await browser.open(address)).toBe(200);
    expect(/<mark id="passage">([^<]+)<\/mark>/u.exec(browser.page)?.[1]).toMatch(/\S/u);
  });

  it('file a ticket once for a form that is sent twice', async () => {
    const browser = openPlainBrowser();
    await browser.open();
    const same = { message: browser.field('message') };
    await browser.say('渝中区大坪正街12号门口路灯不亮', same);
    await browser.say('渝中区大坪正街12号门口路灯不亮', same);
    await expect.poll(browser.reopened).toMatch(/\d{8}-\d{6}/u);
    expect(browser.page.match(/<article class="citizen"/gu)).toHaveLength(1);
    expect(browser.page).toContain('时限已用');
  });

  it('make text of what was said', async () => {
    const browser = openPlainBrowser();
    await browser.open();
    await browser.say('<script>alert(1)</script>"><img src=x onerror=alert(1)>');
    expect(browser.page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(browser.page).not.toMatch(/<script|<img/u);
  });

  it('take no form that this browser was not given', async () => {
    const [own, other] = [openPlainBrowser(), openPlainBrowser()];
    await own.open();
    await other.open();
    expect(await own.say('你好', { token: other.field('token') })).toBe(403);
    own.cookies = {};
    expect(await own.say('你好')).toBe(403);
    expect(own.page).toContain('Cookie');
  });

  it('say what is wrong and keep what was typed', async () => {
    const browser = openPlainBrowser();
    await browser.open('/plain?lang=en');
    expect(browser.page).toContain('<html lang="en">');
    await browser.say('长'.repeat(2001));
    expect(browser.page).toMatch(/role="alert">内容太长/u);
    expect(browser.page).toContain('长'.repeat(2001));
  });

  it('begin anew, and then know nothing of before', async () => {
    const browser = openPlainBrowser();
    await browser.open();
    await browser.say('你好');
    expect(browser.page).toContain('article class="citizen"');
    await browser.anew();
    expect(browser.page).not.toContain('article');
  });

  it('are closed by the switch of the chat, with the telephone instead', async () => {
    const browser = openPlainBrowser();
    await browser.open();
    await desk.desk.services.switches.set('chat', false, { actor: 'admin', reason: 'a test' });
    await browser.say('你好');
    await desk.desk.services.switches.set('chat', true, { actor: 'admin', reason: 'over' });
    expect(browser.page).toMatch(/role="alert">[^<]*12345/u);
    expect(browser.page).not.toContain('<article');
  });
});
