import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { type Collection, type ComparingNeeds, createCollection } from './collection.ts';
import type { IncidentTables } from './incident-tables.ts';
import type { ComparedMessage, MessageTraits } from './message-traits.ts';

/** The tickets of the last months as a collection in memory, which follows the record. */
export interface TicketCollection {
  /** Takes in what was filed since. */
  follow(at: Date): Promise<Collection>;
  traitsOf(number: string): MessageTraits | undefined;
}

/** What is older is another incident, even at the same place. */
const keptDays = 120;
const dayMs = 86_400_000;

/** A ticket commits after the moment it is filed at; what may still have been under way then is read again. */
const overlapMs = 5 * 60_000;

const pageSize = 2000;

export function createTicketCollection(db: Kysely<IncidentTables>, needs: ComparingNeeds): TicketCollection {
  const known = new Map<string, MessageTraits>();
  let collection: Collection | undefined;
  let readUntil: Date | undefined;
  let following: Promise<unknown> = Promise.resolve();

  const followOnce = async (at: Date): Promise<Collection> => {
    const since = readUntil ? new Date(readUntil.getTime() - overlapMs) : new Date(at.getTime() - keptDays * dayMs);
    collection ??= createCollection([], needs);
    let last = { filed_at: since, number: '' };
    for (;;) {
      const rows = await readPage(db, last);
      for (const row of rows) {
        if (known.has(row.number)) continue;
        known.set(row.number, collection.add(toMessage(row)));
        // Reading a ticket takes most of a millisecond; the desk must still answer while it reads months of them.
        await setImmediate();
      }
      const end = rows.at(-1);
      if (end) last = end;
      if (rows.length < pageSize) break;
    }
    if (!readUntil || last.filed_at > readUntil) readUntil = last.filed_at;
    return collection;
  };

  return {
    follow(at) {
      const next = following.then(() => followOnce(at));
      following = next.catch(() => {}); // whoever asked hears of it; the next one tries again
      return next;
    },
    traitsOf: (number) => known.get(number),
  };
}

function readPage(db: Kysely<IncidentTables>, { filed_at, number }: { filed_at: Date; number: string }) {
  return db
    .selectFrom('ticket')
    .select(['number', 'content', 'filed_at', 'draft'])
    .where(({ eb, or, and }) =>
      or([eb('filed_at', '>', filed_at), and([eb('filed_at', '=', filed_at), eb('number', '>', number)])]),
    )
    .orderBy('filed_at')
    .orderBy('number')
    .limit(pageSize)
    .execute();
}

type Row = Awaited<ReturnType<typeof readPage>>[number];

function toMessage({ number, content, filed_at, draft }: Row): ComparedMessage {
  const { district, street } = draft.place;
  return {
    id: number,
    text: content,
    at: filed_at,
    place: [district, street].filter(Boolean).join('') || undefined,
    categories: draft.alternatives.map(({ category, p }) => ({ category: category.code, p })),
  };
}
