import type { Assistant, TicketDraft } from '../../assistant/index.ts';
import type { ComplaintCategory } from '../../knowledge/index.ts';
import { RequestError } from '../http/error-handler.ts';
import type { ReadRequest } from './request-form.ts';

interface Needs {
  assistant: Pick<Assistant, 'classify' | 'emergencyIn'>;
  at: Date;
}

/**
 * A request as a ticket: understood and dispatched as a complaint of any other channel, in the category that the client's
 * user chose.
 * @throws RequestError where no ticket is the right way
 */
export function draftRequest(
  { said, content }: ReadRequest,
  { code }: ComplaintCategory,
  { assistant, at }: Needs,
): TicketDraft {
  const emergency = assistant.emergencyIn(said);
  if (emergency) throw new RequestError('emergency_not_filed', `${emergency.text}这里不登记正在发生的险情。`);
  const draft = assistant.classify(content, at, code);
  if (draft.dispatch.tier === 'none')
    throw new RequestError(
      'not_a_ticket',
      `这类事项不由服务台受理${draft.dispatch.clause ? `（${draft.dispatch.clause}）` : ''}：法院请拨打 12368，违纪违法举报请拨打 12388，法律咨询请拨打 12348。`,
    );
  return { ...draft, abstained: false };
}
