import { randomBytes } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import { DataQuery } from '../../assistant/index.ts';
import type { AccountRow } from '../accounts/account-store.ts';
import { DataQuestionError } from './data-question-error.ts';
import type { SavedQuestionTable, SavedQuestionTables } from './saved-question-tables.ts';

export type SavedQuestionRow = Selectable<SavedQuestionTable>;
type Reader = Pick<AccountRow, 'name' | 'role' | 'unit' | 'district'>;

export type SavedQuestionStore = ReturnType<typeof createSavedQuestionStore>;

/**
 * Saved questions as an account sees them: those of its office (the same unit and district) and those that were verified.
 * Operators see all of them, because they verify them.
 */
export function createSavedQuestionStore(db: Kysely<SavedQuestionTables>, now: () => Date) {
  const seenBy = ({ role, unit, district }: Reader) => {
    const all = db.selectFrom('saved_question').selectAll();
    if (keepsPlatform(role)) return all;
    return all.where(({ or, and, eb }) =>
      or([
        eb('verified_at', 'is not', null),
        and([eb('unit', 'is not distinct from', unit), eb('district', 'is not distinct from', district)]),
      ]),
    );
  };

  async function find(id: string, reader: Reader): Promise<SavedQuestionRow> {
    const row = await seenBy(reader).where('id', '=', id).executeTakeFirst();
    if (!row) throw new DataQuestionError('saved_question_unknown', '没有这条保存的问题，可能已被删除，请刷新列表。');
    return { ...row, plan: DataQuery.parse(row.plan) };
  }

  return {
    find,

    list: (reader: Reader): Promise<SavedQuestionRow[]> =>
      seenBy(reader).orderBy(sql`verified_at is null`).orderBy('created_at', 'desc').execute(),

    /** @throws DataQuestionError `saved_name_taken` */
    async keep(
      question: { name: string; question: string; plan: DataQuery },
      owner: Reader,
    ): Promise<SavedQuestionRow> {
      const row = await db
        .insertInto('saved_question')
        .values({
          id: randomBytes(9).toString('base64url'),
          name: question.name,
          question: question.question,
          plan: JSON.stringify(question.plan),
          unit: owner.unit,
          district: owner.district,
          created_by: owner.name,
          created_at: now(),
          verified_by: null,
          verified_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      if (row) return row;
      throw new DataQuestionError('saved_name_taken', `本单位已经有一条叫“${question.name}”的问题，请换一个名称。`);
    },

    /** Gone for whoever kept it and for operators; for anybody else it is not there. */
    async remove(id: string, reader: Reader): Promise<SavedQuestionRow> {
      const row = await find(id, reader);
      if (!mayRemove(row, reader))
        throw new DataQuestionError('saved_question_unknown', '只有保存的人和运营人员可以删除这条问题。');
      await db.deleteFrom('saved_question').where('id', '=', id).execute();
      return row;
    },

    async verify(id: string, isVerified: boolean, reader: Reader): Promise<SavedQuestionRow> {
      await find(id, reader);
      return db
        .updateTable('saved_question')
        .set({ verified_by: isVerified ? reader.name : null, verified_at: isVerified ? now() : null })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
    },
  };
}

export const keepsPlatform = (role: AccountRow['role']): boolean => role === 'operator' || role === 'administrator';

export function mayRemove({ created_by }: SavedQuestionRow, { name, role }: Reader): boolean {
  return created_by === name || keepsPlatform(role);
}
