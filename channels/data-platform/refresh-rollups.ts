import type pg from 'pg';
import {
  createRollup,
  definitionOf,
  deriveRollup,
  isFiner,
  type RollupShape,
  refreshRollup,
  shapeOfRollup,
} from '../../assistant/index.ts';
import type { SemanticModel, Subject } from '../../knowledge/index.ts';

/** What is before every row. */
const beginning = '-infinity';

/**
 * Brings every roll-up of the model up to `settledTo` (local time), within the caller's transaction. A roll-up whose
 * definition changed is made anew; the others get only what was settled since. Gives how many were touched.
 */
export async function refreshRollups(client: pg.ClientBase, model: SemanticModel, settledTo: string): Promise<number> {
  let touched = 0;
  for (const subject of model.subjects) {
    const done: RollupShape[] = [];
    for (const rollup of subject.rollups ?? []) {
      const shape = shapeOfRollup(rollup, subject);
      if (!shape) continue;
      if (await refreshOne(client, shape, { subject, done, settledTo })) touched += 1;
      done.push(shape);
    }
  }
  return touched;
}

interface Refresh {
  subject: Subject;
  /** Roll-ups of the subject that are up to date already; a coarser one is added up from them. */
  done: readonly RollupShape[];
  settledTo: string;
}

async function refreshOne(client: pg.ClientBase, shape: RollupShape, { subject, done, settledTo }: Refresh) {
  const definition = definitionOf(shape, subject);
  const from = await settledSoFar(client, shape.name, definition);
  if (from !== null && from >= settledTo) return false;
  if (from === null) for (const statement of createRollup(shape, subject)) await client.query(statement);
  const finer = from === null ? done.find((one) => isFiner(one, shape)) : undefined;
  const { sql, params } = finer
    ? deriveRollup(shape, finer)
    : refreshRollup(shape, subject, from ?? beginning, settledTo);
  await client.query(sql, params);
  const relation = shape.relation
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');
  // Only what is grouped and filtered by: learning about sums takes as long as making them.
  const keys = [shape.timeColumn, ...shape.dimensionColumns].map((column) => `"${column}"`).join(', ');
  await client.query(`analyze ${relation} (${keys})`);
  await client.query(
    `insert into data_platform.rollup_state (name, definition, settled_to, rows)
     values ($1, $2, $3, (select count(*) from ${relation}))
     on conflict (name) do update set definition = excluded.definition, settled_to = excluded.settled_to,
       rows = excluded.rows, refreshed_at = now()`,
    [shape.name, definition, settledTo],
  );
  return true;
}

/** Null when the roll-up is not there as it is defined now. */
async function settledSoFar(client: pg.ClientBase, name: string, definition: string): Promise<string | null> {
  const { rows } = await client.query<{ settled_to: string }>(
    'select settled_to::text from data_platform.rollup_state where name = $1 and definition = $2',
    [name, definition],
  );
  return rows[0]?.settled_to ?? null;
}

/** Base tables were emptied: what was added up of them is not true any more. */
export async function forgetRollups(client: pg.ClientBase): Promise<void> {
  await client.query('delete from data_platform.rollup_state');
}
