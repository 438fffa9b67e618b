import { z } from 'zod';

/** A dialect word of Chongqing and what it means. */
export const DialectWord = z.strictObject({
  word: z.string().min(1),
  /** Its meanings, most usual first, separated by 、 or ；. */
  standard: z.string().min(1),
  category: z.string().min(1),
  /** What the normaliser puts in its place; left out where replacing would lose or change the meaning. */
  swap: z.string().optional(),
  /** A regular expression in which `~` stands for the word: it is swapped only where this matches. */
  context: z
    .string()
    .refine((pattern) => pattern.includes('~') && isRegExp(pattern), '正则无效，或没有用 ~ 代表该词')
    .optional(),
  example: z.string().optional(),
  note: z.string().optional(),
});
export type DialectWord = z.infer<typeof DialectWord>;

/** An everyday wording, the official term for it, and the matter id or complaint code it usually leads to. */
export const EverydayWord = z.strictObject({
  word: z.string().min(1),
  official: z.string().min(1),
  domain: z.string().min(1),
  ref: z.string().optional(),
  /** `yes` where the word alone is ambiguous and must be asked back. */
  clarify: z.enum(['yes']).optional(),
});
export type EverydayWord = z.infer<typeof EverydayWord>;

export interface Lexicon {
  dialect: DialectWord[];
  everyday: EverydayWord[];
}

function isRegExp(pattern: string): boolean {
  try {
    new RegExp(pattern.replaceAll('~', '词'), 'u');
    return true;
  } catch {
    return false;
  }
}
