import { z } from 'zod';
import { certainties } from './fact.ts';

const Pattern = z.string().refine((pattern) => isRegExp(pattern), '不是有效的正则表达式');

/** A kind of emergency: the wording that shows it, the numbers to call, and what to say at once. */
export const Emergency = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string().min(1),
  /** Regular expressions; one that matches is enough. */
  signs: z.array(Pattern).min(1),
  /** Wording that looks like a sign and is none; it is taken out of the text before the signs are looked for. */
  lookAlikes: z.array(Pattern).default([]),
  /** Numbers to call, first the one that comes to the spot. */
  numbers: z.array(z.string().regex(/^\d{3,5}$/)).min(1),
  /** The whole reply, said before anything else. */
  say: z.string().min(1),
  certainty: z.enum(certainties).default('memory'),
});
export type Emergency = z.infer<typeof Emergency>;

/** The file of emergencies: in the order in which they are checked, with look-alikes that hold for all of them. */
export const Emergencies = z.strictObject({
  lookAlikes: z.array(Pattern).default([]),
  emergencies: z.array(Emergency).min(1),
});
export type Emergencies = z.infer<typeof Emergencies>;

export interface EmergencyFound {
  emergency: Emergency;
  /** The words that showed it. */
  because: string;
}

/** Every emergency the message shows, in the order of the file; none when only look-alikes are said. */
export function findEmergencies(text: string, { lookAlikes, emergencies }: Emergencies): EmergencyFound[] {
  return emergencies.flatMap((emergency) => {
    const left = without(text, [...lookAlikes, ...emergency.lookAlikes]);
    const because = firstMatch(left, emergency.signs);
    return because === undefined ? [] : [{ emergency, because }];
  });
}

/** A full stop takes the place of what is removed, so that no sign can match across the gap. */
function without(text: string, patterns: readonly string[]): string {
  return patterns.reduce((left, pattern) => left.replace(compiled(pattern, 'gu'), '。'), text);
}

function firstMatch(text: string, patterns: readonly string[]): string | undefined {
  for (const pattern of patterns) {
    const match = compiled(pattern, 'u').exec(text);
    if (match) return match[0];
  }
  return undefined;
}

// Patterns come from one small file and are asked for at every turn.
const cache = new Map<string, RegExp>();

function compiled(pattern: string, flags: string): RegExp {
  const key = `${flags}:${pattern}`;
  const known = cache.get(key) ?? new RegExp(pattern, flags);
  cache.set(key, known);
  known.lastIndex = 0;
  return known;
}

function isRegExp(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
