import { z } from 'zod';
import { CalendarDay } from './fact.ts';

const validity = { validFrom: CalendarDay.optional(), validTo: CalendarDay.optional() };

/**
 * A district or county. `functional` areas (高新区, 万盛经开区) administer towns of the districts around them and are
 * not counted among the districts and counties.
 */
export const District = z.strictObject({
  /** The national six-digit code; left out where none was published. */
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  name: z.string().min(1),
  short: z.string().min(1),
  kind: z.enum(['district', 'county', 'autonomous_county', 'functional']),
  region: z.string().min(1),
  ...validity,
  /** Name of the district that most of its ground went to when it ended. */
  successor: z.string().optional(),
  note: z.string().optional(),
});
export type District = z.infer<typeof District>;

/** A street or town (镇街) in one district; one that moved has a row for each district it was in. */
export const Town = z.strictObject({
  /** The nine-digit statistical code as of 2023-06-30, kept across the change of districts. */
  code: z.string().regex(/^\d{9}$/),
  name: z.string().min(1),
  district: z.string().min(1),
  ...validity,
  /** The functional area that administers it, where one does. */
  administeredBy: z.string().optional(),
});
export type Town = z.infer<typeof Town>;

/** A place as people name it, with the district that holds it and, where known, the town. */
export const SpokenPlace = z.strictObject({
  name: z.string().min(1),
  district: z.string().min(1),
  town: z.string().optional(),
  administeredBy: z.string().optional(),
  /** `no` for names that are also ordinary words (水土, 一品): read as a place only beside their district or 街道、镇、片区. */
  alone: z.enum(['yes', 'no']).default('yes'),
  note: z.string().optional(),
});
export type SpokenPlace = z.infer<typeof SpokenPlace>;

const names = z
  .string()
  .default('')
  .transform((cell) => (cell === '' ? [] : cell.split(' ')));

/** The communities and villages of one town, by name without 社区 and 村. */
export const TownCommunities = z.strictObject({
  /** The town's nine-digit code. */
  town: z.string().regex(/^\d{9}$/),
  communities: names,
  villages: names,
});
export type TownCommunities = z.infer<typeof TownCommunities>;

export interface Divisions {
  districts: District[];
  towns: Town[];
  spoken: SpokenPlace[];
  /** As of 2023-06-30; left out where towns are enough. */
  communities?: TownCommunities[];
}

/** Whether a row holds on the day `on` (`2026-01-31`). */
export function isValidOn({ validFrom, validTo }: { validFrom?: string; validTo?: string }, on: string): boolean {
  return (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo);
}

/** The districts and counties in force on `on`, without the functional areas: 38 until 2025-11-05, 37 since. */
export function districtsOn({ districts }: Divisions, on: string): District[] {
  return districts.filter((district) => district.kind !== 'functional' && isValidOn(district, on));
}
