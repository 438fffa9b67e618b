import {
  type Harness,
  ownDataSetFolder,
  type Progress,
  type RunStore,
  runSuite,
  type Suite,
  suites,
} from '../../evals/index.ts';
import { type DataSetStore, regressionSet } from './data-set-store.ts';
import { ReviewError } from './review-error.ts';
import { type DataFolder, writeDataFolder } from './write-data-folder.ts';

interface Needs {
  harness: Harness;
  store: RunStore;
  dataSets: DataSetStore;
  onError: (error: unknown) => void;
}

/** The suite's own data together with what reviews have added. */
export const ownAndRegression = `own+${regressionSet}`;

interface UnderWay {
  id: string;
  progress: Progress;
  cancelling: AbortController;
}

export type EvalRunner = ReturnType<typeof createEvalRunner>;

/** Runs suites in the background of the desk, one at a time: two cores also have citizens to answer. */
export function createEvalRunner({ harness, store, dataSets, onError }: Needs) {
  let underWay: UnderWay | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** Gives the run's id as soon as it has begun; rejects when it never did. */
  const begin = (suite: Suite, data: DataFolder) => {
    const cancelling = new AbortController();
    return new Promise<string>((resolve, reject) => {
      const onBegin = (id: string) => {
        underWay = { id, progress: { done: 0, total: 0 }, cancelling };
        resolve(id);
      };
      const onProgress = (progress: Progress) => {
        if (underWay) underWay.progress = progress;
      };
      const { folder } = data;
      last = runSuite({ suite, harness, store, folder, onBegin, onProgress, signal: cancelling.signal })
        .catch((error: unknown) => {
          reject(error); // only heard when the run never began
          if (!cancelling.signal.aborted) onError(error);
        })
        .finally(async () => {
          underWay = null;
          await data.dispose();
        });
    });
  };

  return {
    suites,
    /**
     * Starts a run and gives its id; null for an unknown suite. Data: `own` by default, `own+regression`, or the name of
     * a set made in the product. @throws ReviewError `run_busy`, `data_set_unknown`
     */
    async start(name: string, data = 'own'): Promise<string | null> {
      const suite = suites.find((candidate) => candidate.name === name);
      if (!suite) return null;
      if (underWay) throw new ReviewError('run_busy', '已有一次评测在运行，请等它结束或先取消它。');
      return begin(suite, await dataOf(suite, data));
    },

    /** How far the run has come; null when it is not under way in this process. */
    progressOf: (id: string): Progress | null => (underWay?.id === id ? underWay.progress : null),

    /** Stops a run under way; false when it is not. What it has recorded so far stays. */
    async cancel(id: string): Promise<boolean> {
      if (underWay?.id !== id) return false;
      underWay.cancelling.abort();
      await last;
      return true;
    },

    async close(): Promise<void> {
      underWay?.cancelling.abort();
      await last;
    },
  };

  async function dataOf(suite: Suite, data: string): Promise<DataFolder> {
    const ownSet = suite.ownDataSets.includes(data) ? data : suite.ownDataSets[0];
    if (ownSet === undefined)
      throw new ReviewError(
        'data_set_unknown',
        `“${suite.title}”没有自带的数据集，请用 yuwen evals run --data 指定文件夹。`,
      );
    const ownFolder = ownDataSetFolder(ownSet);
    if (data === 'own' || suite.ownDataSets.includes(data)) return { folder: ownFolder, dispose: async () => {} };
    const own = data === ownAndRegression;
    const lines = await dataSets.cases(suite.name, own ? regressionSet : data);
    if (!own && lines.length === 0)
      throw new ReviewError('data_set_unknown', `“${suite.title}”没有数据集“${data}”，请从列表中选择。`);
    return writeDataFolder({ suite: suite.name, name: data, own, ownFolder }, lines);
  }
}
