import type { Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import type { AccessTables } from './access-tables.ts';
import { openSwitches, requireOn, type Switches } from './switches.ts';

let record: DeskRecord;
let db: Kysely<AccessTables>;
const open: Switches[] = [];
const now = () => new Date('2026-11-23T08:00:00Z');
const by = { actor: 'admin', reason: '机房检修' };

beforeAll(async () => {
  record = await openTestRecord();
  db = record.db as unknown as Kysely<AccessTables>;
});
afterEach(() => Promise.all(open.splice(0).map((switches) => switches.close())));
afterAll(() => record.close());

async function deskOn(changes: Partial<Parameters<typeof openSwitches>[0]> = {}): Promise<Switches> {
  const switches = await openSwitches({ db, now, listen: record.listen, notice: () => {}, ...changes });
  open.push(switches);
  return switches;
}

const deaf = () => ({ close: async () => {} });

describe('the switches', () => {
  it('stand at their defaults until somebody turns one', async () => {
    const states = (await deskOn()).all();
    expect(states.filter(({ isOn }) => !isOn).map(({ surface }) => surface)).toEqual(['hotline_auto_file']);
    expect(states.every(({ changed }) => changed === null)).toBe(true);
  });

  it.each([
    ['that is told', {}],
    ['whose notifications are lost', { listen: deaf }],
  ])('turned at one desk turn at another %s', async (_which, changes) => {
    const [here, there] = [await deskOn(), await deskOn(changes)];
    await here.set('chat', false, by);
    expect(here.isOn('chat')).toBe(false);
    await vi.waitFor(() => expect(there.isOn('chat')).toBe(false), { timeout: 20_000, interval: 50 });
    await there.set('chat', true, by);
    await vi.waitFor(() => expect(here.isOn('chat')).toBe(true), { timeout: 20_000, interval: 50 });
  });

  it('are as they were left when a desk starts, and say who turned them and why', async () => {
    await (await deskOn()).set('mcp', false, by);
    const later = await deskOn();
    expect(later.isOn('mcp')).toBe(false);
    expect(later.all().find(({ surface }) => surface === 'mcp')?.changed).toEqual({
      at: now(),
      by: 'admin',
      reason: '机房检修',
    });
    const lines = await db.selectFrom('audit').selectAll().where('subject', '=', 'mcp').execute();
    expect(lines).toMatchObject([{ actor: 'admin', action: 'switch-off', detail: { reason: '机房检修' } }]);
  });

  it('stay as they are while the record does not answer, which is said once', async () => {
    const notice = vi.fn();
    const lost = await openTestRecord();
    let wake = () => {};
    const listen = (_channel: string, onNotify: () => void) => {
      wake = onNotify;
      return deaf();
    };
    const switches = await deskOn({ db: lost.db as unknown as Kysely<AccessTables>, listen, notice });
    await switches.set('photo', false, by);
    await lost.close();
    wake();
    wake();
    await switches.close();
    expect(notice).toHaveBeenCalledOnce();
    expect(switches.isOn('photo')).toBe(false);
  });

  it('refuse what is off with a code and where to turn', () => {
    const off = { isOn: () => false };
    expect(() => requireOn(off, 'chat')).toThrow(expect.objectContaining({ code: 'surface_off' }));
    expect(() => requireOn(off, 'chat')).toThrow(/12345/u);
    expect(() => requireOn({ isOn: () => true }, 'chat')).not.toThrow();
  });
});
