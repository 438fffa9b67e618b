import { z } from 'zod';
import type { CaseRecord } from '../runs/run.ts';

const Ranked = z.object({ hybrid: z.object({ ranked: z.array(z.string()) }) });

/**
 * The rankings of a retrieval run as `trec_eval` and BEIR read them: `query Q0 document rank score tag`, a line a document.
 * The score only says the rank again: tools sort by it and break ties by name, and ties of the real scores would come out
 * in another order than the one that was judged. Cases that are no rankings, or broke, have no line.
 */
export function toBeirRun(cases: readonly CaseRecord[], tag = 'yuwen'): string {
  return cases
    .flatMap(({ caseId, output }) => {
      const ranked = Ranked.safeParse(output).data?.hybrid.ranked ?? [];
      return ranked.map((document, at) =>
        [word(caseId), 'Q0', word(document), at + 1, ranked.length - at, tag].join(' '),
      );
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** The format divides by spaces and knows no quotes. */
const word = (id: string) => id.replace(/\s+/g, '_');
