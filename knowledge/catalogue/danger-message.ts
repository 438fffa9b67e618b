import { join } from 'node:path';
import { z } from 'zod';
import { readTsvFile } from './corpus-file.ts';

/** A message, and whether somebody is in danger now; look-alikes say `none`. */
export const DangerMessage = z.strictObject({ danger: z.enum(['now', 'none']), text: z.string().min(1) });
export type DangerMessage = z.infer<typeof DangerMessage>;

/** The authored messages of `folder` (`corpus/complaints`). */
export function readDangerMessages(folder: string): Promise<DangerMessage[]> {
  return readTsvFile(join(folder, 'emergency-messages.tsv'), DangerMessage);
}
