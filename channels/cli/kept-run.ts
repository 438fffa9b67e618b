import { allCases, createRunStore, EvalsError, type KeptRun, type RunStore } from '../../evals/index.ts';
import { readConfig } from '../config.ts';
import { openRecord } from '../store/open-record.ts';
import { say } from './print.ts';
import { projectRoot } from './project-root.ts';

/** Opens the record, hands out its runs, and closes it whatever happens. */
export async function withRuns<T>(work: (runs: RunStore) => Promise<T>): Promise<T> {
  const record = await openRecord({ ...readConfig(process.env, projectRoot()).record, notice: say });
  try {
    return await work(createRunStore(record.db));
  } finally {
    await record.close();
  }
}

/** A finished run with all its cases. A run under way would be compared with what it has not done yet. */
export async function keptRun(runs: RunStore, id: string): Promise<KeptRun> {
  const run = await runs.find(id);
  if (!run) throw new EvalsError('run_unknown', `没有编号为 ${id} 的评测；编号在 evals run 的输出和控制台的评测页里。`);
  if (run.status !== 'finished')
    throw new EvalsError(
      'run_unfinished',
      `评测 ${id} ${run.status === 'running' ? '还没有跑完' : '中途失败'}，不能使用。`,
    );
  return { run, cases: await allCases(runs, id) };
}
