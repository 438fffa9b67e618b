import { Command } from 'commander';
import { type CallSender, createCallSender } from '../hotline/call-sender.ts';
import { readTranscript } from '../hotline/read-transcript.ts';
import { replayTranscript } from '../hotline/replay-transcript.ts';
import { transcriptFiles } from '../hotline/transcript-files.ts';
import type { CallDetail, CallState, EventsTaken } from '../http/hotline-types.ts';
import { withDesk } from './desk-command.ts';
import { print } from './print.ts';

interface ReplayOptions {
  speed: number;
  desk?: string;
  key?: string;
  json?: boolean;
}

export const hotlineReplayCommand = new Command('replay')
  .description(
    '把通话记录按原速或加速送给服务台，显示坐席会看到的内容。Feed transcripts to a desk as they were spoken.',
  )
  .argument('<file>', 'JSONL 文件或文件夹')
  .option('--speed <n>', '几倍速；0 是不等待', speedOf, 1)
  .option('--desk <url>', '正在运行的服务台；不写就在本进程里开一个')
  .option('--key <id.secret>', '热线访问密钥，与 --desk 同用；不写就读 HOTLINE_STREAM_KEY')
  .option('--json', '每通电话输出一行 JSON')
  .action(async (file: string, { speed, desk, key = process.env.HOTLINE_STREAM_KEY, json }: ReplayOptions) => {
    const files = await transcriptFiles(file);
    const replayAll = async (sender: CallSender) => {
      for (const one of files) {
        const transcript = await readTranscript(one);
        const id = `${transcript.transcript}-${Date.now().toString(36)}`.slice(-64);
        if (!json) print(`\n── ${transcript.transcript} ${transcript.note}`);
        const show = json ? undefined : createShow();
        const call = await replayTranscript(transcript, sender, {
          id,
          speed: speed === 0 ? null : speed,
          onAnswer: show,
        });
        print(json ? toLine(transcript.transcript, call) : inLines(call));
      }
    };
    if (desk !== undefined) return replayAll(createCallSender(desk, key ?? ''));
    await withDesk(({ hotline }) =>
      replayAll({ send: (id, events) => hotline.take(id, events, 'replay'), detail: hotline.detail }),
    );
  });

function speedOf(text: string): number {
  const speed = Number(text);
  if (!Number.isFinite(speed) || speed < 0)
    throw Object.assign(new Error(`速度要是 0 或正数，不能是“${text}”。`), { code: 'bad_input' });
  return speed;
}

type Step = { said: { speaker: string; text: string; partial: boolean } | null; answer: EventsTaken };

/** Prints what is said and whatever is new beside it, once. */
function createShow() {
  const shown = new Set<string>();
  return ({ said, answer }: Step) => {
    if (said) print(`${said.speaker === 'citizen' ? '市民' : '坐席'}：${said.text}${said.partial ? ' …' : ''}`);
    for (const [id, line] of linesOf(answer.state)) {
      if (shown.has(id)) continue;
      shown.add(id);
      print(`        ${line}`);
    }
  };
}

const kinds = { warning: '险情', answer: '可答', ask: '可问', note: '提示' } as const;
const fieldNames = {
  purpose: '诉求目的', category: '类别', urgency: '紧急程度', place: '地点', items: '事项', subject: '对象', callback: '回电',
} as const; // biome-ignore format: a table

function linesOf({ suggestions, fields, similar }: CallState): [id: string, line: string][] {
  return [
    ...suggestions.map(({ id, kind, text }): [string, string] => [
      id,
      `【${kinds[kind]}】${text.replaceAll('\n', '\n        ')}`,
    ]),
    ...fields
      .filter(({ text }) => text !== null)
      .map(({ id, name, text }): [string, string] => [id, `〔${fieldNames[name]}〕${text}`]),
    ...similar.map(({ id, number, title }): [string, string] => [id, `〔相似工单〕${number} ${title}`]),
  ];
}

function inLines({ summary, findings }: CallDetail): string {
  return [
    '小结：',
    ...summary.map(({ text, heardIn }) => `  ${text}${heardIn.length > 0 ? `（第 ${heardIn.join('、')} 句）` : ''}`),
    ...(findings.length > 0 ? ['核对：'] : []),
    ...findings.map(({ severity, text }) => `  [${severity}] ${text}`),
  ].join('\n');
}

function toLine(transcript: string, { id, state, summary, findings, ticketNumber }: CallDetail) {
  const { wants, draft, suggestions, missing } = state;
  return { transcript, id, wants, ticketNumber, draft, missing, suggestions, summary, findings };
}
