import type { Reply } from '../widget/reply-types.ts';
import type { DeskInBrowser } from './desk-in-browser.ts';

/** What a citizen does at the widget, and what the scripted desk says to it. */
export const questionBox = ({ page }: DeskInBrowser) => page.getByRole('textbox', { name: '输入您的问题' });

export async function ask(desk: DeskInBrowser, text: string): Promise<void> {
  await questionBox(desk).fill(text);
  await desk.page.getByRole('button', { name: '发送' }).click();
}

export function answerWith(desk: DeskInBrowser, reply: Reply): void {
  desk.server.chat.replyTo = () => reply;
}
