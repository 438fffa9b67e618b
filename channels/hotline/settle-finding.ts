import type { Finding, SettleBody } from '../http/hotline-types.ts';
import type { HotlineNeeds } from './hotline-desk.ts';
import { HotlineError } from './hotline-error.ts';

interface Settling {
  id: string;
  findingId: string;
  findings: readonly Finding[];
  body: SettleBody;
  actor: string;
}

/** Keeps an operator's word on one finding, audited. @throws HotlineError `finding_unknown` */
export async function settleFinding(
  { id, findingId, findings, body: { how, reason }, actor }: Settling,
  { calls, accounts, now }: Pick<HotlineNeeds, 'calls' | 'accounts' | 'now'>,
): Promise<void> {
  const finding = findings.find((one) => one.id === findingId);
  if (!finding) throw new HotlineError('finding_unknown', '这处不符已经不在了，可能已被改好；请刷新这通电话。');
  const subject = `finding:${findingId}`;
  const { version } = await calls.decide(
    id,
    { subject, decision: how, corrected: null, reason, actor, at: now() },
    undefined,
  );
  await calls.tell(id, version ?? 0);
  await accounts.audit(actor, 'call-finding-settled', id, { finding: findingId, kind: finding.kind, how, reason });
}
