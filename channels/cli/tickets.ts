import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { explainClock, readTicketEvent, stateCouncilCalendar, TicketError } from '../../assistant/index.ts';
import { chongqingDay } from '../../knowledge/index.ts';
import { withDesk } from './desk-command.ts';
import { print } from './print.ts';

const everywhere = { district: null, unit: null };

const rates = new Command('rates')
  .description('响应率、解决率、满意率。The three rates of units or districts.')
  .option('--by <unit|district>', '按承办单位还是按区县', 'unit')
  .option('--from <date>', '登记日期从哪天起，默认本月一日')
  .option('--to <date>', '到哪天止，默认今天')
  .option('--json', '输出一行 JSON')
  .action((options: { by: string; from?: string; to?: string; json?: boolean }) =>
    withDesk(async ({ tickets, now }) => {
      const to = options.to ?? chongqingDay(now());
      const from = options.from ?? `${to.slice(0, 8)}01`;
      const by = options.by === 'district' ? ('district' as const) : ('unit' as const);
      const rows = await tickets.rates({ by, from, to, now: now() }, everywhere);
      if (options.json) return print({ by, from, to, rows });
      print(`${from} 至 ${to} 登记的工单`);
      for (const { name, tickets, response, solved, satisfied } of rows)
        print([name, `${tickets} 件`, ...[response, solved, satisfied].map(inWords)].join('\t'));
    }),
  );

function inWords({ numerator, denominator, value }: { numerator: number; denominator: number; value: number | null }) {
  return value === null ? '—' : `${(value * 100).toFixed(1)}%（${numerator}/${denominator}）`;
}

const explain = new Command('explain')
  .description('逐行说明一张工单的时限。Explain a ticket’s clock line by line.')
  .argument('<number>', '工单号')
  .option('--json', '输出一行 JSON')
  .action((number: string, { json }: { json?: boolean }) =>
    withDesk(async ({ tickets, now }) => {
      const found = await tickets.find(number, everywhere);
      if (!found) throw new TicketError('ticket_not_found', `没有工单 ${number}，请核对编号。`);
      const lines = explainClock(found.events.map(readTicketEvent), now(), stateCouncilCalendar);
      if (json) return print({ number, lines });
      for (const { at, text, budgetMinutes, usedMinutes, dueAt } of lines)
        print([inChina(at), `已用 ${usedMinutes}/${budgetMinutes} 分钟`, `期限 ${inChina(dueAt)}`, text].join('\t'));
    }),
  );

const inChina = (at: Date) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(at);

const exportExamples = new Command('export-examples')
  .description(
    '把派单和退单的结果导出为训练样例，个人信息已遮盖。Export what was learnt from returns, personal data masked.',
  )
  .option('--out <file>', '写到文件；不写就输出到屏幕')
  .option('--kind <dispatch|category>', '派单样例，或经人确认的类别样例 {text, label}', 'dispatch')
  .action(({ out, kind }: { out?: string; kind: string }) =>
    withDesk(async ({ tickets }) => {
      const lines: string[] = [];
      for await (const example of tickets.examples(kind === 'category' ? 'category' : 'dispatch'))
        lines.push(JSON.stringify(example));
      if (out === undefined) return lines.forEach((line) => void print(line));
      await writeFile(out, lines.map((line) => `${line}\n`).join(''));
      print({ kind, examples: lines.length, file: out });
    }),
  );

export const ticketsCommand = new Command('tickets')
  .description('工单的三率、时限说明和样例导出。Rates, clocks and examples of tickets.')
  .addCommand(rates)
  .addCommand(explain)
  .addCommand(exportExamples);
