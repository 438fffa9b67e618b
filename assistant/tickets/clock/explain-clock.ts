import { applyEvent, clockStoppedAt, foldTicket, type TicketState } from '../fold-ticket.ts';
import { pauseReasons } from '../move-codes.ts';
import type { EventKind, TicketEvent } from '../ticket-event.ts';
import type { IsWorkday } from '../work-calendar.ts';
import { countingOf, momentAtShare, usedMs } from './ticket-clock.ts';
import { spanInWords, timeLimitOf } from './time-limits.ts';

/** How things stood on a ticket's clock right after one event, or now. Minutes are counted ones, by the limit's own hours. */
export interface ClockLine {
  at: Date;
  event: EventKind | 'now';
  /** The rule that was applied, in one sentence. */
  rule: string;
  budgetMinutes: number;
  usedMinutes: number;
  /** The deadline as it stood; while the clock stands still, as if it went on at once. */
  dueAt: Date;
  running: boolean;
  text: string;
}

const inDays =
  '按工作日计的时限，从登记次日起算，工作日 9:00 至 18:00 计时，止于当日下班（民法典第二百零一条、第二百零三条）。';
const inHours = '按小时计的时限，从登记时起昼夜连续计时。';
const stands = '暂停期间不计时。';
const goesOn = '从停下的地方接着计时，不重新起算。';
const never = '流转不停表：从登记起一直计时，换单位不重新起算。';

/** Every event that bears on the clock, in order, with what it made of the deadline; the last line is how it stands now. */
export function explainClock(events: readonly TicketEvent[], now: Date, isWorkday: IsWorkday): ClockLine[] {
  const [filed, ...rest] = events;
  if (!filed) return [];
  let state = foldTicket([filed]);
  const lines = [lineOf(state, filed.kind, filed.at, aboutFiling(state), ruleOfLimit(state), isWorkday)];
  for (const event of rest) {
    const before = state;
    state = applyEvent(state, event);
    const said = about(event, before, state);
    if (said) lines.push(lineOf(state, event.kind, event.at, said.text, said.rule, isWorkday));
  }
  lines.push(lineOf(state, 'now', now, aboutNow(state, now, isWorkday), ruleOfLimit(state), isWorkday));
  return lines;
}

function lineOf(
  { clock, ...state }: TicketState,
  event: ClockLine['event'],
  at: Date,
  text: string,
  rule: string,
  isWorkday: IsWorkday,
): ClockLine {
  const { budgetMs } = countingOf(clock, 'resolution', isWorkday);
  return {
    at,
    event,
    rule,
    budgetMinutes: toMinutes(budgetMs),
    usedMinutes: toMinutes(usedMs(clock, at, isWorkday)),
    dueAt: momentAtShare(clock, 1, isWorkday),
    running: clockStoppedAt({ clock, ...state }) === null,
    text,
  };
}

const toMinutes = (ms: number) => Math.floor(ms / 60_000);

function limitInWords({ clock }: TicketState): string {
  const { resolution, mayBeExtended } = timeLimitOf(clock);
  const extra = clock.extensionDays === null ? '' : mayBeExtended ? `，延期 ${clock.extensionDays} 个工作日` : '';
  return `${clock.urgency} 级${clock.purpose}，办结时限 ${spanInWords(resolution)}${extra}`;
}

const ruleOfLimit = ({ clock }: TicketState) => ('hours' in timeLimitOf(clock).resolution ? inHours : inDays);

const aboutFiling = (state: TicketState) => `登记：${limitInWords(state)}，从登记起计时。`;

function about(event: TicketEvent, before: TicketState, after: TicketState): { text: string; rule: string } | null {
  switch (event.kind) {
    case 'accepted': return { text: '承办单位签收，计时不变。', rule: never };
    case 'paused': {
      const reason = pauseReasons[event.payload.code as keyof typeof pauseReasons] ?? event.payload.code;
      return { text: `暂停计时：${reason}。`, rule: stands };
    }
    case 'resumed': return { text: '恢复计时。', rule: goesOn };
    case 'extended':
      return { text: `同意延期 ${event.payload.workingDays} 个工作日：${event.payload.reason}`, rule: '复杂事项可以延期一次，须经派单台同意并告知诉求人。' };
    case 'extension_refused': return { text: '不同意延期，时限不变。', rule: '复杂事项可以延期一次，须经派单台同意。' };
    case 'regraded': return { text: aboutRegrade(before, after), rule: `${ruleOfLimit(after)}改等级按新时限从登记起重算，已经暂停的时间照样不计。` };
    case 'returned': return { text: `${event.payload.from ?? '承办单位'}退回，计时不停。`, rule: never };
    case 'reassigned': return { text: `改派${event.payload.unit}，计时不停。`, rule: never };
    case 'adjudicated': return { text: `裁定由${event.payload.unit}承办，计时不停。`, rule: never };
    case 'replied': return { text: '已答复，等诉求人评价，计时停住。', rule: '答复后到诉求人评价前不计时。' };
    case 'reopened': return { text: `第 ${event.payload.items.join('、')} 项没有解决，重新办理。`, rule: goesOn };
    case 'closed': return { text: '办结，计时停住。', rule: '办结后不计时。' };
    case 'merged': return { text: `并入工单 ${event.payload.into}，本单计时不停。`, rule: '并单不停表：并错了撤销，时限不因此变长。' };
    case 'unmerged': return { text: '撤销并单，计时一直没有停。', rule: '并单不停表：并错了撤销，时限不因此变长。' };
    default: return null;
  }
} // biome-ignore format: a table of what is said of each event

function aboutRegrade(before: TicketState, after: TicketState): string {
  const { mayBeExtended } = timeLimitOf(after.clock);
  const lost = after.clock.extensionDays !== null && !mayBeExtended ? '；这一级不适用延期，延期暂不计' : '';
  return `由 ${before.clock.urgency} 级改为 ${limitInWords(after)}${lost}。`;
}

function aboutNow(state: TicketState, now: Date, isWorkday: IsWorkday): string {
  const { budgetMs } = countingOf(state.clock, 'resolution', isWorkday);
  const used = usedMs(state.clock, now, isWorkday);
  const share = Math.floor((used / budgetMs) * 100);
  const standing = clockStoppedAt(state) === null ? '' : '，计时停着';
  if (used > budgetMs) return `现在：时限已用 ${share}%，超出 ${toMinutes(used - budgetMs)} 分钟${standing}。`;
  return `现在：时限已用 ${share}%，还有 ${toMinutes(budgetMs - used)} 分钟${standing}。`;
}
