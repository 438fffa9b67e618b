import { join } from 'node:path';
import { z } from 'zod';
import { readJsonl } from '../../read-jsonl.ts';

/** One message of a data set for clusters. Messages of one `cluster` are about one case; without it a message stands alone. */
export const ClusterMessage = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  /** When it came: ISO, or `2019-02-28 11:25:05` as exports write it. */
  at: z.string().refine((moment) => !Number.isNaN(Date.parse(moment)), 'is not a moment'),
  /** Where it is, as the caller's form has it. */
  place: z
    .string()
    .nullish()
    .transform((place) => place ?? undefined),
  cluster: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((cluster) => (cluster == null || cluster === '' ? undefined : String(cluster))),
  /** Our own set: what was tuned on, and what was kept back for the figure. */
  half: z.enum(['dev', 'kept']).optional(),
});
export type ClusterMessage = z.infer<typeof ClusterMessage>;

/** The messages of `folder`/messages.jsonl, each with the ids of the others of its cluster. @throws EvalsError */
export async function readClusterMessages(folder: string): Promise<(ClusterMessage & { mates: string[] })[]> {
  const messages = await readJsonl(join(folder, 'messages.jsonl'), ClusterMessage, ({ id }) => id);
  const clusters = new Map<string, string[]>();
  for (const { id, cluster } of messages)
    if (cluster !== undefined) clusters.set(cluster, [...(clusters.get(cluster) ?? []), id]);
  return messages.map((message) => ({
    ...message,
    mates: (clusters.get(message.cluster ?? '') ?? []).filter((id) => id !== message.id),
  }));
}
