import { EvalsError } from '../evals-error.ts';
import { allCases } from './all-cases.ts';
import type { CaseRecord, RunIdentity } from './run.ts';
import type { RunStore, StoredRun } from './run-store.ts';

/** A run that says it is under way and has written nothing for so long was killed: it writes every few seconds. */
const silentAfterMs = 60_000;

/** Of a run gone on with, these must be what they were: other cases or other answers would be mixed into one score. */
const mustAgree: readonly (readonly [keyof RunIdentity, string])[] = [
  ['dataDigest', '数据集'], ['knowledgeDigest', '知识库'], ['engine', '引擎'], ['commit', '代码版本'],
  ['dirty', '未提交的改动'], ['settingsDigest', '设置'],
]; // biome-ignore format: a small table

export interface Resumable {
  run: StoredRun;
  done: Map<string, CaseRecord>;
}

interface Wanted {
  suite: string;
  data: string;
  identity: RunIdentity;
  now: Date;
}

/** What the two runs differ in, in Chinese; empty where one may go on with the other. */
export function differences(before: RunIdentity, now: RunIdentity): string[] {
  // A field that an older run did not keep cannot be held against it.
  return mustAgree.flatMap(([field, name]) =>
    before[field] === undefined || before[field] === now[field] ? [] : [name],
  );
}

/** @throws EvalsError `run_unknown`, `not_resumable` */
export async function resumableRun(store: RunStore, id: string, wanted: Wanted): Promise<Resumable> {
  const run = await store.find(id);
  if (!run) throw new EvalsError('run_unknown', `没有编号为 ${id} 的评测。`);
  const refuse = (why: string) => new EvalsError('not_resumable', `评测 ${id} 不能接着跑：${why}`);
  if (run.suite !== wanted.suite || run.data !== wanted.data)
    throw refuse(`它跑的是 ${run.suite} / ${run.data}，不是 ${wanted.suite} / ${wanted.data}。`);
  if (run.status === 'finished') throw refuse('它已经跑完了。要用新的评分规则重新评分，请用 evals score。');
  if (isAlive(run, wanted.now)) throw refuse('它一分钟内还在写入，可能正在另一个进程里跑；请等它结束后再试。');
  const changed = differences(run.identity, wanted.identity);
  if (changed.length > 0) throw refuse(`${changed.join('、')}和当时不同；请去掉 --resume，从头跑一次。`);
  return withDone(store, run);
}

/** The newest run of the same identity that was killed or broke; null when there is none. */
export async function newestResumable(store: RunStore, wanted: Wanted): Promise<StoredRun | null> {
  const runs = await store.unfinished(wanted);
  const fits = (run: StoredRun) => !isAlive(run, wanted.now) && differences(run.identity, wanted.identity).length === 0;
  return runs.find(fits) ?? null;
}

async function withDone(store: RunStore, run: StoredRun): Promise<Resumable> {
  const cases = await allCases(store, run.id);
  return { run, done: new Map(cases.map((one) => [one.caseId, one])) };
}

const isAlive = ({ status, touchedAt }: StoredRun, now: Date) =>
  status === 'running' && now.getTime() - touchedAt.getTime() < silentAfterMs;
