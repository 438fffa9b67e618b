import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { EvalsError } from '../evals-error.ts';
import { projectFolder } from '../own-data-sets.ts';
import type { CaseRecord } from '../runs/run.ts';

const Identity = z.object({
  commit: z.string().nullable(),
  dirty: z.boolean().nullable(),
  dataDigest: z.string(),
  knowledgeDigest: z.string(),
  engine: z.string(),
  settingsDigest: z.string().optional(),
  indexDigest: z.string().nullable().optional(),
  seed: z.number().optional(),
  machine: z.string(),
  node: z.string(),
});

const BlessedCase = z.object({
  id: z.string(),
  scores: z.record(z.string(), z.number().nullable()),
  /** Set when it broke. */
  error: z.string().optional(),
});

/** What a suite was when somebody said that it is good enough to be held to. */
export const Baseline = z.object({
  format: z.literal(1),
  suite: z.string(),
  data: z.string(),
  blessedAt: z.iso.datetime(),
  reason: z.string().min(1),
  identity: Identity,
  metrics: z.record(z.string(), z.number().nullable()),
  /** Critical cases that were missed or broke then, and were accepted by name. */
  acceptedMisses: z.array(z.string()),
  cases: z.array(BlessedCase),
});
export type Baseline = z.infer<typeof Baseline>;

/** Where the product's own baselines lie, one file a suite. */
export function baselineFolder(): string {
  return join(projectFolder(), 'evals', 'baselines');
}

/** Null when nothing was blessed yet. @throws EvalsError `baseline_invalid` */
export async function readBaseline(suite: string, folder = baselineFolder()): Promise<Baseline | null> {
  const file = join(folder, `${suite}.json`);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new EvalsError('baseline_invalid', `${file}: ${error.message}`, { cause: error });
  });
  if (text === null) return null;
  try {
    return Baseline.parse(JSON.parse(text));
  } catch (cause) {
    throw new EvalsError('baseline_invalid', `${file}: 读不懂这份基准，请用 evals bless 重新认定。`, { cause });
  }
}

/** Written beside and then renamed, so that nobody reads half of it. A case a line, so that a change can be read. */
export async function writeBaseline(baseline: Baseline, folder = baselineFolder()): Promise<string> {
  const { cases, ...head } = Baseline.parse(baseline);
  const file = join(folder, `${baseline.suite}.json`);
  const lines = cases.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  const text = `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "cases": [\n${lines}\n  ]\n}\n`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
  return file;
}

/** The cases of a baseline in the shape of a run's, to be compared. */
export function casesOf({ cases }: Baseline): CaseRecord[] {
  return cases.map(({ id, scores, error = null }) => ({
    caseId: id, input: null, output: null, scores, error, elapsedMs: 0,
  })); // biome-ignore format: one record, one glance
}
