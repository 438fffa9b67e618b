import type {
  CallDetail,
  CallSummary,
  Decision,
  DecisionBody,
  JoinCallBody,
  SettleBody,
} from '../../channels/http/hotline-types.ts';
import { ticketCard } from './builders.ts';
import { call, callSummary } from './builders-calls.ts';
import type { Route } from './fake-api.ts';

/** One call that keeps what an operator does to it, as the desk would show it. */
export function fakeCallRoutes(shown: CallDetail = call()): Record<string, Route> {
  const kept = structuredClone(shown);
  const moved = (): ReturnType<Route> => {
    kept.version += 1;
    return [200, kept];
  };
  return {
    'GET /api/calls': () => [200, { items: [toSummary(kept), ...others()] }],
    'GET /api/calls/*': ({ rest }) =>
      rest === kept.id ? [200, kept] : [404, { code: 'call_unknown', message: '没有这通电话。' }],
    'POST /api/calls/*': ({ rest, body, account }) => {
      const [, what, id = ''] = rest.split('/');
      if (what === 'suggestions')
        return decide(kept, decodeURIComponent(id), body as DecisionBody, account.name) ?? moved();
      if (what === 'findings') settle(kept, decodeURIComponent(id), body as SettleBody, account.name);
      if (what === 'join') Object.assign(kept, { ticketNumber: (body as JoinCallBody).number, joined: true });
      return moved();
    },
    'POST /api/calls/*/ticket': ({ body }) => {
      const open = kept.findings.filter(({ severity, settled }) => severity === 'high' && settled === null);
      if (open.length > 0 && !(body as { confirm: boolean }).confirm)
        return [409, { code: 'findings_open', message: '通话内容和草稿有出入。', details: { findings: open } }];
      kept.ticketNumber = '20261123-000001';
      moved();
      return [200, ticketCard({ number: kept.ticketNumber })];
    },
  };
}

const others = (): CallSummary[] => [
  callSummary({ id: 'call-2', title: '燃气味很大', emergency: true, undecided: 1, wants: ['emergency', 'complaint'] }),
  callSummary({ id: 'call-3', title: null, wants: [], undecided: 0, endedAt: '2026-11-23T01:58:10Z', amended: true }),
];

function toSummary(detail: CallDetail): CallSummary {
  const { utterances: _, state, summary: __, findings: ___, ...summary } = detail;
  return { ...summary, undecided: state.suggestions.filter(({ decision }) => decision === null).length };
}

function decide(kept: CallDetail, id: string, body: DecisionBody, by: string): ReturnType<Route> | null {
  const { suggestions, fields, similar } = kept.state;
  const found = [...suggestions, ...fields, ...similar].find((one) => one.id === id);
  if (!found) return [404, { code: 'suggestion_unknown', message: '没有这条建议。' }];
  const { decision, reason = null, corrected } = body;
  const made: Decision = { decision, by, at: '2026-11-23T02:01:00Z', reason };
  found.decision = decision === 'withdrawn' ? null : made;
  const field = fields.find((one) => one.id === id);
  if (field) {
    field.pinned = decision === 'accepted' || decision === 'corrected';
    if (corrected) field.text = corrected.items?.join('；') ?? Object.values(corrected).join('');
    kept.state.missing = kept.state.missing.filter((missing) => missing.field !== field.name || field.text === null);
  }
  return null;
}

function settle(kept: CallDetail, id: string, { how, reason }: SettleBody, by: string): void {
  const found = kept.findings.find((one) => one.id === id);
  if (found) found.settled = { how, by, at: '2026-11-23T02:03:00Z', reason };
}
