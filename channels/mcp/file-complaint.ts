import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { TicketCard, TicketDraft } from '../../assistant/index.ts';
import type { FilingClaim } from '../doors/door-filings.ts';
import { RequestError } from '../http/error-handler.ts';
import { requireFiling } from '../http/keyed-door.ts';
import { readableText } from '../http/readable-text.ts';
import type { McpTool, ToolNeeds } from './mcp-tool.ts';
import { toolResult } from './tool-result.ts';

const input = {
  content: z.string().max(2000).describe('诉求：发生了什么、从什么时候开始、希望怎么解决，用市民的原话'),
  place: z.string().max(200).optional().describe('在哪里：区县、街道或小区、路名'),
  confirmation: z
    .string()
    .max(100)
    .optional()
    .describe('第一次不填，会得到草稿和 confirmation；市民确认草稿后，原样带上它和同样的 content、place 再调用一次'),
};

const Draft = z.object({
  category: z.string(),
  purpose: z.string(),
  urgency: z.string(),
  place: z.string().nullable(),
  unit: z.string().nullable().describe('按责任表的承办单位；null 表示由派单台确认'),
  missing: z.array(z.string()).describe('还缺什么，问到了请写进 place 再来要草稿'),
});
const Filed = z.object({
  number: z.string(),
  code: z.string().describe('查询码，只交给诉求人'),
  unit: z.string(),
  firstResponseDueAt: z.string(),
  dueAt: z.string(),
});
const output = {
  state: z.enum(['draft', 'filed']),
  draft: Draft,
  confirmation: z.string().nullable(),
  ticket: Filed.nullable(),
};

/** A confirmation holds for a day; a ticket that was filed by it is given again all that time. */
const confirmedWithinMs = 24 * 3_600_000;

export const fileComplaint: McpTool<typeof input, typeof output> = {
  name: 'file_complaint',
  title: '登记诉求',
  description:
    '把市民的诉求登记成 12345 工单，分两步：先得到草稿给市民看，市民确认后带上 confirmation 再调用才登记。同一个 confirmation 只登记一次，重复调用给回同一张工单。正在发生的险情不登记，请立即让市民拨打 110、119 或 120。',
  input,
  output,
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ content, place, confirmation }, needs) {
    requireFiling(needs.key);
    const said = readableText(content);
    const where = place?.trim() ? readableText(place).replace(/\s+/gu, ' ') : null;
    const whole = where ? `${said}（地点：${where}）` : said;
    const draft = draftOf(said, whole, needs);
    const claim = (clientId: string): FilingClaim => ({
      door: 'mcp',
      keyId: needs.key.id,
      clientId,
      said: [whole],
    });
    if (confirmation === undefined || confirmation === '') return drafted(draft, claim, needs);
    if ((await needs.doors.filings.claimed(claim(confirmation), confirmedWithinMs)) === null)
      throw new RequestError(
        'confirmation_unknown',
        '这个 confirmation 不是为这些话给出的，或者已经过期：请不带它再调用一次，把新的草稿给市民确认。',
      );
    return filed(await needs.doors.file(claim(confirmation), draft), draft, confirmation);
  },
};

/** @throws RequestError where no ticket is the right way */
function draftOf(said: string, whole: string, { assistant, now }: ToolNeeds): TicketDraft {
  const emergency = assistant.emergencyIn(said);
  if (emergency) throw new RequestError('emergency_not_filed', emergency.text);
  const draft = assistant.classify(whole, now());
  if (draft.dispatch.tier === 'none')
    throw new RequestError(
      'not_a_ticket',
      '这类事项不由服务台受理：法院请拨打 12368，违纪违法举报请拨打 12388，法律咨询请拨打 12348。',
    );
  return draft;
}

async function drafted(draft: TicketDraft, claim: (clientId: string) => FilingClaim, { doors }: ToolNeeds) {
  const confirmation = randomUUID();
  await doors.filings.claim(claim(confirmation));
  const shown = toDraft(draft);
  const lines = [
    '草稿，还没有登记。请给市民看：',
    `类别：${shown.category}（${shown.purpose}）；地点：${shown.place ?? '没有认出'}；承办：${shown.unit ?? '由派单台确认'}。`,
    ...(shown.missing.length > 0 ? [`最好先问清：${shown.missing.join('、')}。`] : []),
    `市民确认后，用同样的 content 和 place 加上 confirmation “${confirmation}”再调用一次。`,
  ];
  return toolResult(lines.join('\n'), { state: 'draft', draft: shown, confirmation, ticket: null });
}

function filed(card: TicketCard, draft: TicketDraft, confirmation: string) {
  const { number, progressSecret: code, owner: unit, firstResponseDueAt, dueAt } = card;
  const text = `已登记，编号 ${number}，查询码 ${code}（只交给诉求人），由${unit}承办，最迟 ${dueAt} 答复。`;
  const ticket = { number, code, unit, firstResponseDueAt, dueAt };
  return toolResult(text, { state: 'filed', draft: toDraft(draft), confirmation, ticket });
}

const missingNames = { district: '在哪个区县', street: '在哪个街道、小区或路' } as const;

function toDraft({ category, purpose, urgency, place, dispatch }: TicketDraft): z.infer<typeof Draft> {
  return {
    category: category.name,
    purpose,
    urgency,
    place: [place.district, place.street, place.detail].filter(Boolean).join('') || null,
    unit: dispatch.lead,
    missing: dispatch.missing.map((one) => missingNames[one]),
  };
}
