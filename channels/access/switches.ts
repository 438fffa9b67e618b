import type { Kysely } from 'kysely';
import { RequestError } from '../http/error-handler.ts';
import type { Listening } from '../store/listen.ts';
import type { AccessTables } from './access-tables.ts';
import { addAuditLine } from './audit-line.ts';
import { isSurface, type Surface, surfaceNames, surfaces } from './surface.ts';

export interface SwitchState {
  surface: Surface;
  isOn: boolean;
  /** Null while it stands at its default because nobody ever turned it. */
  changed: { at: Date; by: string; reason: string } | null;
}

/** Turned off and on by an administrator, in every desk on the record at once. */
export interface Switches {
  /** From memory, so that every request may ask. Follows the record within five seconds. */
  isOn(surface: Surface): boolean;
  all(): SwitchState[];
  /** Turns a surface in the record, audited in the same transaction, and in this desk before it returns. */
  set(surface: Surface, on: boolean, by: { actor: string; reason: string }): Promise<void>;
  close(): Promise<void>;
}

interface Needs {
  db: Kysely<AccessTables>;
  now: () => Date;
  /** Wakes at what other desks turn; null for a process that lives too short to follow. */
  listen: ((channel: string, onNotify: () => void) => Listening) | null;
  notice: (text: string) => void;
}

const channel = 'yuwen_switches';

/** A notification may be lost with its connection; by looking this often a desk still follows within five seconds. */
const lookEveryMs = 3000;

export async function openSwitches({ db, now, listen, notice }: Needs): Promise<Switches> {
  let turned = await read(db);
  let isBroken = false;
  const look = () =>
    read(db).then(
      (latest) => {
        turned = latest;
        isBroken = false;
      },
      // The last known state goes on: a record that is away for a moment must not turn everything on or off.
      (error: Error) => {
        if (!isBroken) notice(`The switches could not be read and stay as they are: ${error.message}`);
        isBroken = true;
      },
    );
  let looking = Promise.resolve();
  const lookNext = () => {
    looking = looking.then(look);
    return looking;
  };
  const listening = listen?.(channel, () => void lookNext());
  const timer = listen && setInterval(lookNext, lookEveryMs).unref();

  return {
    isOn: (surface) => turned.get(surface)?.isOn ?? surfaces[surface].isOnByDefault,
    all: () =>
      surfaceNames.map(
        (surface) => turned.get(surface) ?? { surface, isOn: surfaces[surface].isOnByDefault, changed: null },
      ),
    async set(surface, on, by) {
      await turn(db, { surface, on, ...by, at: now() });
      await lookNext();
    },
    async close() {
      if (timer) clearInterval(timer);
      await listening?.close();
      await looking;
    },
  };
}

/** For the head of whatever a surface does. @throws RequestError `surface_off` with where to turn instead */
export function requireOn(switches: Pick<Switches, 'isOn'>, surface: Surface): void {
  if (!switches.isOn(surface))
    throw new RequestError('surface_off', `${surfaces[surface].whenOff}需要帮助请拨打 12345。`);
}

async function read(db: Kysely<AccessTables>): Promise<Map<Surface, SwitchState>> {
  const rows = await db.selectFrom('surface_switch').selectAll().execute();
  const states = rows.flatMap(({ surface, is_on, changed_at, changed_by, reason }) =>
    isSurface(surface) ? [{ surface, isOn: is_on, changed: { at: changed_at, by: changed_by, reason } }] : [],
  );
  return new Map(states.map((state) => [state.surface, state]));
}

interface Turn {
  surface: Surface;
  on: boolean;
  actor: string;
  reason: string;
  at: Date;
}

async function turn(db: Kysely<AccessTables>, { surface, on, actor, reason, at }: Turn): Promise<void> {
  const row = { is_on: on, changed_at: at, changed_by: actor, reason };
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('surface_switch')
      .values({ surface, ...row })
      .onConflict((conflict) => conflict.column('surface').doUpdateSet(row))
      .execute();
    const action = on ? 'switch-on' : 'switch-off';
    await addAuditLine(trx, { at, actor, action, subject: surface, detail: { reason } });
    await trx.selectNoFrom((is) => is.fn('pg_notify', [is.val(channel), is.val(surface)]).as('told')).execute();
  });
}
