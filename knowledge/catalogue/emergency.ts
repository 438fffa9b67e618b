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
  const left = without(text, lookAlikes);
  return emergencies.flatMap((emergency) => {
    const because = firstMatch(without(left, emergency.lookAlikes), emergency.signs);
    return because === undefined ? [] : [{ emergency, because }];
  });
}

/** A full stop takes the place of what is removed, so that no sign can match across the gap. */
function without(text: string, patterns: readonly string[]): string {
  return compiled(patterns).reduce((left, pattern) => left.replace(pattern, '。'), text);
}

function firstMatch(text: string, patterns: readonly string[]): string | undefined {
  for (const pattern of compiled(patterns)) {
    pattern.lastIndex = 0;
    const match = pattern.exec(text);
    if (match) return match[0];
  }
  return undefined;
}

// The lists come from one small file and are asked for at every turn.
const cache = new WeakMap<readonly string[], RegExp[]>();

function compiled(patterns: readonly string[]): RegExp[] {
  const known = cache.get(patterns) ?? patterns.map((pattern) => new RegExp(pattern, 'gu'));
  cache.set(patterns, known);
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
