import { join } from 'node:path';
import { z } from 'zod';
import { readTsvFile } from './corpus-file.ts';

/**
 * A word and the one that stands for all of its sense when wordings are compared. Coarser than the dialect list and never
 * shown: that 儿子 and 娃儿 are both 孩子 is near enough to find a line, and too coarse to say.
 */
export const WordSense = z.strictObject({ word: z.string().min(1), sense: z.string().min(1) });
export type WordSense = z.infer<typeof WordSense>;

/** Characters that sound alike, or nearly: what an input method or a transcript puts for one another. */
export const SoundAlikes = z.strictObject({ characters: z.string().min(2) });
export type SoundAlikes = z.infer<typeof SoundAlikes>;

/** The word senses of `folder` (`corpus/lexicon`). */
export function readWordSenses(folder: string): Promise<WordSense[]> {
  return readTsvFile(join(folder, 'same-sense.tsv'), WordSense);
}

/** The groups of characters that sound alike, of `folder` (`corpus/lexicon`). */
export function readSoundAlikes(folder: string): Promise<SoundAlikes[]> {
  return readTsvFile(join(folder, 'sound-alike.tsv'), SoundAlikes);
}
