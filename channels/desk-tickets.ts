import type { Kysely } from 'kysely';
import {
  createTicketStore,
  createUnitDirectory,
  type JudgeTicket,
  stateCouncilCalendar,
  type TicketStore,
} from '../assistant/index.ts';
import { chongqingDay, type Knowledge } from '../knowledge/index.ts';
import { notifyOwner } from './inbox/notify-owner.ts';
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
    notifyOwner,
    tellReporter: oweTelling,
  });
}

/** A conversation is opened by its secret, so whoever talks in it is the reporter of the tickets that it filed. */
export function judgeInChat(tickets: Pick<TicketStore, 'find' | 'move'>): JudgeTicket {
  const read = async (number: string) => tickets.find(number, { district: null, unit: null });
  return async ({ number, verdicts }, { conversationId, at }) => {
    const found = await read(number);
    if (!found || found.ticket.conversation_id !== conversationId) return null;
    const toJudge = found.state.items.filter(({ state }) => state !== 'solved').map(({ id }) => id);
    await tickets.move({
      number,
      version: found.ticket.version,
      at,
      move: 'judge',
      actor: 'citizen',
      mover: 'citizen',
      through: 'chat',
      verdicts: verdicts.flatMap(({ item, verdict }) =>
        (item === null ? toJudge : [item]).map((one) => ({ item: one, verdict })),
      ),
    });
    return (await read(number))?.state ?? null;
  };
}
