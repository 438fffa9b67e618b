import { join } from 'node:path';
import { ComplaintExample } from './complaint-example.ts';
import { readJsonLines } from './corpus-file.ts';

/** The authored messages of `folder` (`corpus/complaints`), in the order of the file. */
export function readComplaintExamples(folder: string): Promise<ComplaintExample[]> {
  return readJsonLines(join(folder, 'examples.jsonl'), ComplaintExample);
}
