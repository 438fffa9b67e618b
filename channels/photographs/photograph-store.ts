import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { CleanPhotograph } from './clean-photograph.ts';
import { PhotographError } from './photograph-error.ts';
import type { PhotographTables } from './photograph-tables.ts';

export interface PhotographInfo {
  id: string;
  clientPhotoId: string;
  width: number;
  height: number;
  /** Numbers of the tickets it was filed with; empty while it waits for one. */
  tickets: string[];
}

export type PhotographSize = 'image' | 'preview';

export interface PhotographStore {
  /** Keeps a photograph for the conversation's next ticket; one that was sent before is given back. @throws PhotographError */
  add(
    photograph: CleanPhotograph & { conversationId: string; clientPhotoId: string },
    at: Date,
  ): Promise<PhotographInfo>;
  /** Those that wait, and those that were filed. */
  ofConversation(conversationId: string): Promise<PhotographInfo[]>;
  /** Before it is filed. @throws PhotographError `photo_filed` afterwards */
  remove(conversationId: string, id: string): Promise<void>;
  /** Hands those that wait to a ticket just filed; a second time changes nothing. */
  attach(ticketNumber: string, source: { conversationId: string; messageId: string }): Promise<void>;
  ofTicket(ticketNumber: string): Promise<PhotographInfo[]>;
  /** JPEG. @throws PhotographError `photo_unknown` */
  read(owner: { conversationId: string } | { ticketNumber: string }, id: string, size: PhotographSize): Promise<Buffer>;
}

export const maxWaiting = 3;
/** What nobody filed is not kept: a complaint that is taken up again after a week needs a fresh look anyway. */
const waitsAtMostDays = 7;

export function createPhotographStore(db: Kysely<PhotographTables>): PhotographStore {
  const listed = db
    .selectFrom('photograph')
    .leftJoin('photograph_of_ticket as filed', 'filed.photograph_id', 'photograph.id')
    .select([
      'id',
      'client_photo_id as clientPhotoId',
      'width',
      'height',
      sql<string[]>`array_remove(array_agg(filed.ticket_number order by filed.ticket_number), null)`.as('tickets'),
    ])
    .groupBy('photograph.id')
    .orderBy('created_at')
    .orderBy('id');
  const ofConversation = (id: string) => listed.where('conversation_id', '=', id).execute();

  return {
    ofConversation,
    ofTicket: (number) =>
      listed
        .where('id', 'in', (ids) =>
          ids.selectFrom('photograph_of_ticket').select('photograph_id').where('ticket_number', '=', number),
        )
        .execute(),

    async add({ conversationId, clientPhotoId, ...photograph }, at) {
      await forgetUnfiled(db, at);
      await db.transaction().execute(async (trx) => {
        // One after the other within a conversation, or two at once would both find room.
        await sql`select pg_advisory_xact_lock(hashtext(${`photographs:${conversationId}`}))`.execute(trx);
        const there = await createPhotographStore(trx).ofConversation(conversationId);
        if (there.some((known) => known.clientPhotoId === clientPhotoId)) return;
        if (there.filter(({ tickets }) => tickets.length === 0).length >= maxWaiting)
          throw new PhotographError('photo_too_many');
        const id = randomBytes(12).toString('base64url');
        const named = { id, conversation_id: conversationId, client_photo_id: clientPhotoId, created_at: at };
        await trx
          .insertInto('photograph')
          .values({ ...named, ...photograph })
          .execute();
      });
      const kept = await ofConversation(conversationId);
      return kept.find((known) => known.clientPhotoId === clientPhotoId)!;
    },

    async remove(conversationId, id) {
      const known = (await ofConversation(conversationId)).find((photograph) => photograph.id === id);
      if (!known) return; // gone already
      const gone = await db
        .deleteFrom('photograph')
        .where('id', '=', id)
        .where('id', 'not in', (ids) => ids.selectFrom('photograph_of_ticket').select('photograph_id'))
        .executeTakeFirst();
      if (gone.numDeletedRows === 0n) throw new PhotographError('photo_filed');
    },

    async attach(ticketNumber, { conversationId, messageId }) {
      await sql`insert into photograph_of_ticket (ticket_number, photograph_id, message_id)
        select ${ticketNumber}, id, ${messageId} from photograph
        where conversation_id = ${conversationId} and not exists (
          select from photograph_of_ticket other
          where other.photograph_id = photograph.id and other.message_id <> ${messageId})
        on conflict do nothing`.execute(db);
    },

    async read(owner, id, size) {
      const one = db.selectFrom('photograph').select(size).where('photograph.id', '=', id);
      const own =
        'conversationId' in owner
          ? one.where('conversation_id', '=', owner.conversationId)
          : one.where('photograph.id', 'in', (ids) =>
              ids
                .selectFrom('photograph_of_ticket')
                .select('photograph_id')
                .where('ticket_number', '=', owner.ticketNumber),
            );
      const row = (await own.executeTakeFirst()) as Partial<Record<PhotographSize, Buffer>> | undefined;
      const bytes = row?.[size];
      if (!bytes) throw new PhotographError('photo_unknown');
      return bytes;
    },
  };
}

/** Requests of one message are `<id>`, `<id>/2`, …: they share what came with it. */
export const messageOfPart = (partId: string) => partId.split('/')[0] ?? partId;

async function forgetUnfiled(db: Kysely<PhotographTables>, at: Date): Promise<void> {
  await db
    .deleteFrom('photograph')
    .where('created_at', '<', new Date(at.getTime() - waitsAtMostDays * 86_400_000))
    .where('id', 'not in', (ids) => ids.selectFrom('photograph_of_ticket').select('photograph_id'))
    .execute();
}
