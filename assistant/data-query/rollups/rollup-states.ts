import type { SemanticModel } from '../../../knowledge/index.ts';
import type { DataEngine, RunLimits } from '../engines/data-engine.ts';
import type { RollupState } from './pick-rollup.ts';
import { shapeOfRollup } from './rollup-shape.ts';
import { definitionOf } from './write-rollup.ts';

/** How far the roll-ups of a platform go. A state only ever moves on. */
export interface RollupStates {
  /** As last read. */
  known(limits: RunLimits): Promise<RollupState[]>;
  /** As they are now: the same as before a query means that the query saw no other. */
  again(limits: RunLimits): Promise<RollupState[]>;
}

/** Those that are there as the model defines them; a roll-up of an older definition is as good as none. */
export function createRollupStates(engine: DataEngine, model: SemanticModel): RollupStates {
  const defined = new Map(definitions(model));
  let last: RollupState[] | null = null;
  const again = async (limits: RunLimits) => {
    const rows = await engine.run(
      'select name, definition, settled_to, rows from data_platform.rollup_state',
      [],
      limits,
    );
    last = rows
      .filter((row) => defined.get(String(row.name)) === row.definition)
      .map((row) => ({ name: String(row.name), settledTo: String(row.settled_to), rows: Number(row.rows) }));
    return last;
  };
  return { again, known: async (limits) => last ?? again(limits) };
}

function definitions({ subjects }: SemanticModel): [name: string, definition: string][] {
  return subjects.flatMap((subject) =>
    (subject.rollups ?? []).flatMap((rollup): [string, string][] => {
      const shape = shapeOfRollup(rollup, subject);
      return shape ? [[rollup.name, definitionOf(shape, subject)]] : [];
    }),
  );
}
