import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import type { MessageRow, Reply, SingleReply, TicketCard } from '../../assistant/index.ts';
import { RequestError } from '../http/error-handler.ts';
import { readableText } from '../http/readable-text.ts';
import type { Services } from '../services.ts';
import { withDesk } from './desk-command.ts';
import { nowOption } from './now-option.ts';
import { print } from './print.ts';

interface AskOptions {
  json?: boolean;
  conversation?: string;
  now?: Date;
}

export const askCommand = new Command('ask')
  .description('像市民一样提问或反映问题。Ask as a citizen.')
  .argument('<text>', '问题或诉求')
  .option('--json', '输出一行 JSON')
  .option('--conversation <id>', '接着之前的对话说')
  .addOption(nowOption)
  .action((text: string, options: AskOptions) =>
    withDesk(async (services) => {
      const startedAt = performance.now();
      const { row, conversationId } = await say(readableText(text), options, services);
      const ms = Math.round(performance.now() - startedAt);
      print(
        options.json
          ? { ...toAskJson(row.reply!), conversation: conversationId, ms }
          : `${row.text}\n\n对话编号 ${conversationId}`,
      );
    }),
  );

async function say(
  text: string,
  { conversation, now }: AskOptions,
  { conversations, answering, now: clock }: Services,
) {
  if (conversation !== undefined && (await conversations.channelOf(conversation)) === null)
    throw new RequestError(
      'conversation_unknown',
      `没有编号为 ${conversation} 的对话；不带 --conversation 可开始新的对话。`,
    );
  const conversationId = conversation ?? (await conversations.begin('cli', clock())).conversationId;
  const { message } = await answering.take({ conversationId, clientMessageId: randomUUID(), text });
  const row = await answering.answer(message.id, now ? { at: now } : {});
  return { row: row as MessageRow, conversationId };
}

/** The flat shape that programs read; several replies are joined, and each is kept in `parts`. */
export function toAskJson(reply: Reply) {
  const parts: SingleReply[] = reply.outcome === 'several' ? reply.replies : [reply];
  const first = <K extends string>(key: K) =>
    parts.find((part) => key in part) as (SingleReply & Record<K, unknown>) | undefined;
  const ticket = first('ticket')?.ticket as TicketCard | undefined;
  return {
    outcome: parts.length === 1 ? parts[0]!.outcome : 'several',
    text: reply.text,
    citations: parts.flatMap((part) => ('citations' in part ? part.citations : [])),
    matter: first('matter')?.matter,
    ticket: ticket && { ...ticket, category: ticket.category.code, categoryName: ticket.category.name },
    data: first('data')?.data,
    options: parts.flatMap((part) => ('options' in part ? (part.options ?? []) : [])),
    ...(parts.length > 1 ? { parts } : {}),
  };
}
