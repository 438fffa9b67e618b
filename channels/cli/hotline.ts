import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { parseTranscript, readTranscript } from '../hotline/read-transcript.ts';
import { followCall, type Judged, judgeCall } from '../hotline/score-transcripts.ts';
import { ownTranscripts, transcriptFiles } from '../hotline/transcript-files.ts';
import { openBareDesk } from './bare-desk.ts';
import { hotlineReplayCommand } from './hotline-replay.ts';
import { print } from './print.ts';
import { projectRoot } from './project-root.ts';

const check = new Command('check')
  .description('检查通话记录文件的格式。Check transcript files, line by line.')
  .argument('<file>', 'JSONL 文件或文件夹')
  .option('--json', '输出一行 JSON')
  .action(async (file: string, { json }: { json?: boolean }) => {
    const files = await transcriptFiles(file);
    const checked = await Promise.all(
      files.map(async (one) => ({ file: one, problems: parseTranscript(await readFile(one, 'utf8')).problems })),
    );
    const problems = checked.flatMap((one) => one.problems.map((problem) => ({ file: one.file, ...problem })));
    if (json) print({ files: files.length, problems });
    else for (const { file, line, message } of problems) print(`${file}:${line} ${message}`);
    if (!json && problems.length === 0) print(`${files.length} 个文件都可以用。`);
    if (problems.length > 0) process.exitCode = 1;
  });

const score = new Command('score')
  .description('对照标注，看通话里的诉求、类别、地点、险情听对了多少。Hold what is heard against the gold lines.')
  .argument('[folder]', '通话记录的文件夹，默认是自带的合成通话')
  .option('--json', '输出一行 JSON')
  .action(async (folder: string | undefined, { json }: { json?: boolean }) => {
    const { assistant } = await openBareDesk();
    const all: Judged[] = [];
    const files = await transcriptFiles(folder ?? path.join(projectRoot(), ownTranscripts));
    // One fixed day, so that the figure does not change with the calendar.
    const at = new Date('2026-11-23T02:00:00Z');
    for (const file of files) {
      const transcript = await readTranscript(file);
      all.push(...judgeCall(transcript, (await followCall(transcript, assistant, at)).state));
    }
    const missed = all.filter(({ right }) => !right);
    if (json) return print({ transcripts: files.length, ...shares(all), missed });
    for (const [what, { right, of }] of Object.entries(shares(all).scores)) print(`${what}\t${right}/${of}`);
    for (const { transcript, what, expected, heard } of missed)
      print(`✗ ${transcript}\t${what}\t${expected}\t听成 ${heard}`);
  });

function shares(all: readonly Judged[]): {
  right: number;
  of: number;
  scores: Record<string, { right: number; of: number }>;
} {
  const scores: Record<string, { right: number; of: number }> = {};
  for (const { what, right } of all) {
    const before = scores[what] ?? { right: 0, of: 0 };
    scores[what] = { right: before.right + (right ? 1 : 0), of: before.of + 1 };
  }
  return { right: all.filter(({ right }) => right).length, of: all.length, scores };
}

export const hotlineCommand = new Command('hotline')
  .description('热线：回放、检查、评分通话记录。Replay, check and score calls.')
  .addCommand(hotlineReplayCommand)
  .addCommand(check)
  .addCommand(score);
