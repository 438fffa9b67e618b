import { join } from 'node:path';
import { z } from 'zod';
import { readTsvFile } from './corpus-file.ts';

/** A message, and whether somebody is in danger now; look-alikes say `none`. The rules of the guard are tested on these. */
export const DangerMessage = z.strictObject({ danger: z.enum(['now', 'none']), text: z.string().min(1) });
export type DangerMessage = z.infer<typeof DangerMessage>;

/** A message to learn from: the id of the emergency it tells of, or `none`. Messages of one family are worded alike. */
export const DangerWording = z.strictObject({
  emergency: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  family: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  text: z.string().min(1),
});
export type DangerWording = z.infer<typeof DangerWording>;

/** The authored messages of `folder` (`corpus/complaints`). */
export function readDangerMessages(folder: string): Promise<DangerMessage[]> {
  return readTsvFile(join(folder, 'emergency-messages.tsv'), DangerMessage);
}

/** The authored wordings of `folder` (`corpus/complaints`), which no rule was written for. */
export function readDangerWordings(folder: string): Promise<DangerWording[]> {
  return readTsvFile(join(folder, 'emergency-wordings.tsv'), DangerWording);
}
