import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium } from '../testing/browser.ts';
import { answered, ticketReply } from '../testing/builders.ts';
import { answerWith, ask } from '../testing/converse.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('what is copied out of the widget', () => {
  const desk = useDeskInBrowser('widget');
  const allowed = { permissions: ['clipboard-read', 'clipboard-write'] };
  const clipboard = () => desk.page.evaluate(() => navigator.clipboard.readText());

  it("holds a ticket's number or code, as its button says, and says that it is done", async () => {
    answerWith(desk, ticketReply());
    await desk.show('/', allowed);
    await ask(desk, '太吵了');
    await desk.page.getByRole('button', { name: '复制 工单号' }).click();
    await desk.page.getByRole('button', { name: '已复制 工单号' }).waitFor();
    expect(await clipboard()).toBe('20261123-000001');
    await desk.page.getByRole('button', { name: '复制 查询码' }).click();
    await desk.page.getByRole('status').filter({ hasText: '已复制查询码' }).waitFor();
    expect(await clipboard()).toBe('a-secret');
    await expectAccessible(desk.page);
  });

  it('holds a whole answer with its sources and the label of generated text', async () => {
    answerWith(desk, answered());
    await desk.show('/', allowed);
    await ask(desk, '开面馆');
    await desk.page.getByRole('button', { name: '复制答复' }).click();
    await desk.page.getByRole('button', { name: '已复制' }).waitFor();
    expect(await clipboard()).toMatch(
      /^开小面馆需要.*· 经营者身份证（原件）\[1\].*《开办小面馆》\n\nAI 生成，仅供参考$/s,
    );
  });

  it('holds selected words with what they rest on, and without the numbers of the marks', async () => {
    answerWith(desk, answered());
    await desk.show('/', allowed);
    await ask(desk, '开面馆');
    await desk.page.getByText('经营者身份证（原件').click({ clickCount: 3 });
    await desk.page.keyboard.press('Control+C');
    expect(await clipboard()).toBe('经营者身份证（原件）\n\n依据：《开办小面馆》\nAI 生成，仅供参考');
  });

  it('gets there where the browser refuses the page its clipboard', async () => {
    answerWith(desk, ticketReply());
    await desk.show('/', allowed);
    await ask(desk, '太吵了');
    await desk.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await desk.page.getByRole('button', { name: '复制 查询码' }).click();
    await desk.page.getByRole('button', { name: '已复制 查询码' }).waitFor();
    expect(await clipboard()).toBe('a-secret');
  });
});
