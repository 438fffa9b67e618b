import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../channels/testing/machine.ts';
import { expectAccessible, picture } from '../testing/browser.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

/** As a telephone takes it at the desk's own city: with its place, maker and time. */
const fromTelephone = (background: string) =>
  sharp({ create: { width: 3000, height: 2000, channels: 3, background } })
    .withExif({
      IFD0: { Make: 'SecretTelephone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '29/1 33/1 468/10',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 34/1 300/10',
      },
    })
    .jpeg()
    .toBuffer();

describeWith('chromium', 'a complaint with photographs', () => {
  let desk: LiveDesk;
  beforeAll(async () => {
    desk = await openLiveDesk('2026-11-23T02:00:00Z');
  }, 600_000);
  afterAll(() => desk?.close());

  it('shows them to the handler and the reporter, and tells nobody where they were taken unless asked to', async () => {
    const { page, errors } = await desk.openPage('/');
    const sent: Buffer[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/photographs')) sent.push(request.postDataBuffer() ?? Buffer.alloc(0));
    });
    const files = await Promise.all(
      ['#a63', '#36a'].map(async (colour, index) => ({
        name: `photo-${index}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await fromTelephone(colour),
      })),
    );
    await page.locator('input[type=file]').setInputFiles(files);
    const first = page.getByRole('group', { name: '照片 1 的拍摄地点' });
    await first.waitFor();
    await first.getByRole('button', { name: '作为事发地点' }).click();
    await page.getByRole('group', { name: '照片 2 的拍摄地点' }).getByRole('button', { name: '不用' }).click();
    const question = page.getByRole('textbox', { name: '输入您的问题' });
    expect(await question.inputValue()).toBe('（事发地点坐标：北纬 29.56300，东经 106.57500）');
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(0);
    await expectAccessible(page);
    await picture(page, 'widget-photographs');
    await question.fill(`渝中区大坪正街12号门口路灯不亮${await question.inputValue()}`);
    await page.getByRole('button', { name: '发送', exact: true }).click();
    const card = page.getByRole('group', { name: '工单', exact: true });
    await card.getByText('已附照片 2 张').waitFor();
    expect(sent).toHaveLength(2);
    for (const body of sent) expect([body.includes('SecretTelephone'), body.includes('Exif')]).toEqual([false, false]);

    const number = /\d{8}-\d{6}/.exec((await card.textContent()) ?? '')![0];
    await expectHandlerSees(number);
    await expectReporterSees((await card.getByRole('link').getAttribute('href'))!);
    expect(errors).toEqual([]);
  }, 600_000);

  async function expectHandlerSees(number: string): Promise<void> {
    const { page, errors } = await desk.openPage('/console/');
    await desk.logIn(page, 'handler');
    await page.goto(`${desk.address}/console/tickets/${number}`);
    const thumbnail = page.getByRole('button', { name: '放大照片 2' });
    await thumbnail.click();
    const large = page.getByRole('dialog').getByRole('img', { name: '照片 2' });
    await large.waitFor();
    await expect.poll(() => large.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(2048);
    await expectAccessible(page);
    await picture(page, 'ticket-photographs');
    expect(errors).toEqual([]);
  }

  async function expectReporterSees(address: string): Promise<void> {
    const { page, errors } = await desk.openPage(address.replace(desk.address, ''));
    const small = page.getByRole('img', { name: '照片 1' });
    await small.waitFor();
    expect(await small.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(320);
    await expectAccessible(page);
    expect(errors).toEqual([]);
  }

  it('lets go of a photograph before it is filed, and finds those that wait after a reload', async () => {
    const { page, errors } = await desk.openPage('/');
    const buffer = await fromTelephone('#474');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer },
      { name: 'b.txt', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload="alert(1)">'.padEnd(40)) },
    ]);
    await page.getByText('只收 JPEG、PNG、WebP 或 HEIC 照片').waitFor();
    await page.getByRole('button', { name: '删去 照片 2' }).click();
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: '删去 照片 1' }).click();
    await expect.poll(() => page.getByRole('group', { name: '照片', exact: true }).count()).toBe(0);
    await page.reload();
    await page.getByRole('textbox', { name: '输入您的问题' }).waitFor();
    expect(await page.getByRole('group', { name: '照片', exact: true }).count()).toBe(0);
    expect(errors).toEqual([]);
  }, 120_000);
});
