import { describe, expect, it } from 'vitest';
import { cutOff, expectAccessible, hasChromium, overflowsSideways, picture } from '../testing/browser.ts';
import { answered, ticketReply } from '../testing/builders.ts';
import { answerWith, ask } from '../testing/converse.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';

/** A window of 1280 by 1024 at 400 %: what is left is 320 by 256, in which every pixel is drawn by sixteen. */
const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };

describe.skipIf(!hasChromium)('at 400 % zoom', () => {
  const desk = useDeskInBrowser('widget');

  /** Whether something can be brought into sight: scrolled to, it lies within the window and nothing lies over it. */
  const canBeSeen = (selector: string) =>
    desk.page.locator('yuwen-chat').evaluate((chat, wanted) => {
      const part = [...chat.shadowRoot!.querySelectorAll<HTMLElement>(wanted)].at(-1);
      part?.scrollIntoView({ block: 'center' });
      const box = part?.getBoundingClientRect();
      if (!box) return `${wanted}: not there`;
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, 20) / 2];
      if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) return `${wanted}: out of the window`;
      const over = chat.shadowRoot!.elementFromPoint(x, y);
      return over && part!.contains(over) ? '' : `${wanted}: under ${over?.className}`;
    }, selector);

  it.each(['/', '/embed.html'])(
    'nothing is lost on %s: an answer, a ticket, the composer, the way to a person',
    async (path) => {
      answerWith(desk, answered({ options: [{ label: '收费吗', send: '收费吗' }] }));
      await desk.show(path, zoomed);
      const launcher = desk.page.getByRole('button', { name: '打开渝问咨询窗口' });
      if (await launcher.isVisible()) await launcher.click();
      await ask(desk, '开面馆');
      await desk.page.getByRole('heading', { name: '申请材料' }).waitFor();
      answerWith(desk, ticketReply());
      await ask(desk, '太吵了');
      await desk.page.getByRole('group', { name: '工单' }).waitFor();
      const parts = ['.mark', '.options .option', '.key', '.ticket .option', 'textarea', '.send', 'footer a', '.tool'];
      expect((await Promise.all(parts.map(canBeSeen))).filter(Boolean)).toEqual([]);
      expect(await cutOff(desk.page)).toEqual([]);
      if (path === '/') expect(await overflowsSideways(desk.page)).toBe(false);
      await expectAccessible(desk.page, 'yuwen-chat');
      await desk.page.getByRole('button', { name: '找人工' }).click();
      await desk.page.getByRole('dialog').waitFor();
      expect((await Promise.all(['.person .main', '.person .option'].map(canBeSeen))).filter(Boolean)).toEqual([]);
      expect(await cutOff(desk.page)).toEqual([]);
    },
  );

  it('the plain mode keeps its pages, its buttons and its box', async () => {
    answerWith(desk, answered());
    await desk.show('/', zoomed);
    await desk.page.getByRole('button', { name: '长者版' }).click();
    await desk.page.getByRole('button', { name: '我自己说' }).click();
    await desk.page.getByRole('textbox').fill('开面馆');
    expect((await Promise.all(['textarea', '.plain-composer .main', '.tool'].map(canBeSeen))).filter(Boolean)).toEqual(
      [],
    );
    await desk.page.getByRole('button', { name: '写好了，发送' }).click();
    await desk.page.getByRole('button', { name: '下一页' }).click();
    await desk.page.getByRole('heading', { name: '申请材料' }).waitFor();
    expect((await Promise.all(['.line', '.turning .main', 'footer a'].map(canBeSeen))).filter(Boolean)).toEqual([]);
    expect([await cutOff(desk.page), await overflowsSideways(desk.page)]).toEqual([[], false]);
    await picture(desk.page, 'widget-zoom-plain');
  });

  it('is shown in a picture', async () => {
    answerWith(desk, answered());
    await desk.show('/embed.html', zoomed);
    await desk.page.getByRole('button', { name: '打开渝问咨询窗口' }).click();
    await ask(desk, '开面馆');
    await desk.page.getByRole('heading', { name: '申请材料' }).waitFor();
    expect(await canBeSeen('.bubble li')).toBe('');
    await picture(desk.page, 'widget-zoom');
  });
});
