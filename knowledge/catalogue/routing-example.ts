import { join } from 'node:path';
import { z } from 'zod';
import { readTsvFile } from './corpus-file.ts';

/** A message with what it wants of the desk; complaints have a larger file of their own. */
export const RoutingExample = z.strictObject({
  kind: z.enum(['matter', 'complaint', 'data', 'chitchat', 'out_of_scope']),
  text: z.string().min(1),
  /** The id of the matter that is asked about, where the message alone tells. */
  label: z.string().optional(),
});
export type RoutingExample = z.infer<typeof RoutingExample>;

/** The authored messages of `folder` (`corpus/routing`). */
export function readRoutingExamples(folder: string): Promise<RoutingExample[]> {
  return readTsvFile(join(folder, 'examples.tsv'), RoutingExample);
}
