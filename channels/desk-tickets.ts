import type { Kysely } from 'kysely';
import { createTicketStore, createUnitDirectory, stateCouncilCalendar, type TicketStore } from '../assistant/index.ts';
import { chongqingDay, type Knowledge } from '../knowledge/index.ts';
import { oweNotification } from './jobs/notify-owner.ts';
import { oweTelling } from './jobs/tell-reporter.ts';
import { progressSecretOf } from './secret-key.ts';

interface Needs<Tables> {
  db: Kysely<Tables>;
  knowledge: Pick<Knowledge, 'catalogue'>;
  secretKey: Buffer;
  now: () => Date;
}

/** The desk's tickets, with the calendar, the taxonomy and the responsibility table that their moves are held to. */
export function openDeskTickets<Tables>({ db, knowledge: { catalogue }, secretKey, now }: Needs<Tables>): TicketStore {
  const { taxonomy } = catalogue;
  return createTicketStore({
    db: db as never,
    isWorkday: stateCouncilCalendar,
    units: createUnitDirectory(catalogue, chongqingDay(now())),
    categoryOf(code) {
      const category = taxonomy.categories.find((candidate) => candidate.code === code);
      const group = taxonomy.groups.find((candidate) => code.startsWith(`${candidate.code}.`));
      return category && group ? { code, name: category.name, group: group.name } : null;
    },
    progressSecretOf: (number) => progressSecretOf(number, secretKey),
    notifyOwner: oweNotification,
    tellReporter: oweTelling,
  });
}
