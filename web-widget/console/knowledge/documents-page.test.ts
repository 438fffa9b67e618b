import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { documentEntry } from '../../testing/builders-knowledge.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the page of documents', () => {
  const desk = useDeskInBrowser('console');
  const sent = (method: string) => desk.server.api.asked.filter((one) => one.method === method).at(-1);
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  it('takes several files by button or dropped, and says of one that fails what to do next', async () => {
    await desk.showConsole('/knowledge/documents', 'operator-demo');
    const { page } = desk;
    await page.getByRole('article', { name: '供水服务指南' }).waitFor();
    await page.getByRole('article', { name: '扫描件.pdf' }).getByText('请管理员安装 tesseract').waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles([file('甲.md', '正文'), file('录像.mp4', '0'), file('空.txt', '')]);
    await page.getByText('已上传，正在读取').waitFor();
    await page.getByText('这种文件读不了，请另存为 PDF 或 DOCX 再传').waitFor();
    await page.getByText('文件是空的').waitFor();
    await page.getByRole('article', { name: '甲.md' }).waitFor();
    expect(desk.server.api.asked.filter(({ method }) => method === 'POST')).toMatchObject([
      { path: '/api/documents', guarded: true },
    ]);
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['正文'], '乙.txt'));
      return transfer;
    });
    await page.dispatchEvent('.drop-box', 'drop', { dataTransfer: dropped });
    await page.getByRole('article', { name: '乙.txt' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'knowledge-documents', { fullPage: true });
    await page.getByRole('button', { name: '清除已完成的' }).click();
    expect(await page.getByText('文件是空的').count()).toBe(0);
  });

  it('tells in plain words why the desk refused a file', async () => {
    desk.server.api.routes['POST /api/documents'] = () => [
      413,
      { code: 'too_large', message: '文件超过 50 MB，请拆成几份再传。' },
    ];
    await desk.showConsole('/knowledge/documents', 'operator-demo');
    await desk.page.locator('input[type=file]').setInputFiles(file('甲.md', '正文'));
    await desk.page.getByText('没有上传成功：文件超过 50 MB，请拆成几份再传。').waitFor();
    await expectAccessible(desk.page);
  });

  it('makes drafts of a guide and leads to them, changes its days, and withdraws it with a reason', async () => {
    await desk.showConsole('/knowledge/documents', 'operator-demo');
    const { page } = desk;
    await page.getByText('写了 2 个事项').click();
    await page.getByText('新事项 · 第 9 页').waitFor();
    await page.getByRole('button', { name: '从“供水服务指南”生成草稿' }).click();
    await page.getByRole('link', { name: '打开草稿：水表过户' }).waitFor();
    expect(sent('POST')?.body).toEqual({ from: 'document', docId: 'guide-1' });
    await page.getByRole('button', { name: '改有效期和用途：供水服务指南' }).click();
    await page.getByLabel('失效日（不填为长期）').fill('2027-12-31');
    await page.getByRole('checkbox', { name: '用来直接回答' }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('2026-01-01 至 2027-12-31').waitFor();
    expect(sent('PUT')?.body).toEqual({ revision: 1, validFrom: '2026-01-01', validTo: '2027-12-31', serves: true });
    await page.getByRole('button', { name: '撤下：供水服务指南' }).click();
    await page.getByRole('textbox', { name: '原因' }).fill('有了新版指南');
    await page.getByRole('dialog').getByRole('button', { name: '撤下', exact: true }).click();
    await page.getByRole('article', { name: '供水服务指南' }).getByText('有了新版指南').waitFor();
  });

  it('asks again while a file is being read, and says when there is none', async () => {
    let asked = 0;
    desk.server.api.routes['GET /api/documents'] = () => {
      asked += 1;
      return [200, { items: [documentEntry({ title: '', state: asked === 1 ? 'reading' : 'ready' })] }];
    };
    await desk.showConsole('/knowledge/documents', 'operator-demo');
    const document = desk.page.getByRole('article', { name: '供水服务指南.docx' });
    await document.getByText('正在读取').waitFor();
    await document.getByText('可用').waitFor();
    desk.server.api.routes['GET /api/documents'] = () => [200, { items: [] }];
    await desk.page.reload();
    await desk.page.getByText('还没有文件').waitFor();
    await expectAccessible(desk.page);
  });
});
