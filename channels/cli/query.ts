import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { maskPersonalData, type Reply } from '../../assistant/index.ts';
import { demoAccountNamed } from '../accounts/demo-accounts.ts';
import { consoleChannel } from '../conversations/answering.ts';
import { RequestError } from '../http/error-handler.ts';
import { readableText } from '../http/readable-text.ts';
import type { Services } from '../services.ts';
import { withDesk } from './desk-command.ts';
import { nowOption } from './now-option.ts';
import { print } from './print.ts';

interface QueryOptions {
  as: string;
  json?: boolean;
  conversation?: string;
  now?: Date;
}

export const queryCommand = new Command('query')
  .description('以某个账号的权限用中文问数据。Ask the data platform with an account’s rights.')
  .argument('<question>', '例如：上个月各区县投诉量前五')
  .requiredOption('--as <user>', '账号，例如 cadre-demo')
  .option('--json', '输出一行 JSON')
  .option('--conversation <id>', '接着之前的提问')
  .addOption(nowOption)
  .action((question: string, options: QueryOptions) =>
    withDesk(
      async (services) => {
        const { reply, conversation } = await query(readableText(question), options, services);
        print(options.json ? { ...toQueryJson(reply), conversation } : `${inLines(reply)}\n\n对话编号 ${conversation}`);
      },
      { demoData: true },
    ),
  );

async function query(text: string, { as, conversation, now }: QueryOptions, services: Services) {
  const { accounts, conversations, answering } = services;
  const account = (await accounts.find(as)) ?? (services.config.demoData ? demoAccountNamed(as) : undefined);
  if (!account) throw new RequestError('not_logged_in', `没有账号 ${as}；演示账号有 cadre-demo、cadre-yuzhong。`);
  if (conversation !== undefined && (await conversations.channelOf(conversation)) !== consoleChannel(as))
    throw new RequestError('conversation_unknown', `账号 ${as} 没有编号为 ${conversation} 的提问。`);
  const id = conversation ?? (await conversations.begin(consoleChannel(as), services.now())).conversationId;
  const { message } = await answering.take({ conversationId: id, clientMessageId: randomUUID(), text });
  const cadre = { account: as, district: account.district };
  const row = await answering.answer(message.id, { cadre, dataOnly: true, ...(now ? { at: now } : {}) });
  const reply = row!.reply!;
  const data = reply.outcome === 'data' ? reply.data : null;
  await accounts.audit(as, 'data-question', id, {
    by: 'cli',
    messageId: message.id,
    question: maskPersonalData(text),
    outcome: reply.outcome,
    plan: data?.plan ?? null,
    rows: data?.rows.length ?? null,
    district: account.district,
  });
  return { reply, conversation: id };
}

function toQueryJson(reply: Reply) {
  const { outcome, text } = reply;
  if (outcome !== 'data') return { outcome, text, ...('options' in reply ? { options: reply.options } : {}) };
  return { outcome, text, ...reply.data };
}

function inLines(reply: Reply): string {
  if (reply.outcome !== 'data') return reply.text;
  const { columns, rows, explanation } = reply.data;
  const table = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ name }) => String(row[name] ?? '—'))),
  ];
  return [reply.text, '', ...table.map((cells) => cells.join('\t')), '', ...explanation].join('\n');
}
