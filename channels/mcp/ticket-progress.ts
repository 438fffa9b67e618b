import { z } from 'zod';
import { explainClock, readTicketEvent, stateCouncilCalendar } from '../../assistant/index.ts';
import { RequestError } from '../http/error-handler.ts';
import { toProgress } from '../http/ticket-shown.ts';
import { TicketProgress } from '../http/ticket-types.ts';
import { type McpTool, readsOnly } from './mcp-tool.ts';
import { asDocuments, toolResult } from './tool-result.ts';

const input = {
  number: z.string().max(32).describe('工单编号，例如 20261123-000001'),
  code: z.string().max(100).describe('查询码，登记时交给诉求人的那一个'),
};

export const ticketProgress: McpTool<typeof input, typeof TicketProgress.shape> = {
  name: 'ticket_progress',
  title: '查工单进度',
  description: '凭编号和查询码看一张工单办到哪一步、时限和答复。两样都要由诉求人提供，不要猜。',
  input,
  output: TicketProgress.shape,
  annotations: readsOnly,
  async run({ number, code }, { tickets, now }) {
    const found = await tickets.findByProgressSecret(number.trim(), code.trim().toUpperCase());
    if (!found) throw new RequestError('ticket_not_found', '编号或查询码不对，请向诉求人核对；也可以拨打 12345 查询。');
    const clock = explainClock(found.events.map(readTicketEvent), now(), stateCouncilCalendar);
    const progress = toProgress({ ...found, clock });
    const reply = progress.reply ? [{ id: number, title: '承办单位的答复', text: progress.reply.text }] : [];
    const text = [
      `工单 ${progress.number}（${progress.category}），${progress.owner}承办。${progress.clockText}`,
      asDocuments(reply),
    ];
    return toolResult(text.filter(Boolean).join('\n'), { ...progress });
  },
};
