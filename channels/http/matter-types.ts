import { z } from 'zod';

/** Question id → the option ids under which a line applies; absent when it always does. */
const When = z.record(z.string(), z.array(z.string())).optional();
const Line = z.object({ text: z.string(), uncertain: z.boolean(), when: When });
export type MatterLine = z.infer<typeof Line>;

/** GET /api/matters/:id?version=2025-01-01: a matter's card as citizens may take it home. */
export const MatterShown = z.object({
  id: z.string(),
  /** The day from which this version holds; with the id it names the card. */
  version: z.string(),
  /** The version that holds today, where it is another one; null when this one does. */
  newerVersion: z.string().nullable(),
  title: z.string(),
  summary: z.string(),
  lead: z.string(),
  validTo: z.string().nullable(),
  questions: z.array(
    z.object({
      id: z.string(),
      ask: z.string(),
      options: z.array(z.object({ id: z.string(), label: z.string(), effect: z.string().optional() })),
    }),
  ),
  materials: z.array(Line),
  steps: z.array(Line),
  limits: z.array(Line),
  fees: z.array(Line),
  places: z.array(Line),
});
export type MatterShown = z.infer<typeof MatterShown>;
