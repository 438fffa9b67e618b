import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Kysely, Selectable } from 'kysely';
import { RequestError } from '../http/error-handler.ts';
import { type AccessKey, type Door, environmentKey, toAccessKey } from './access-key.ts';
import type { AccessKeyTable, AccessTables } from './access-tables.ts';
import { addAuditLine } from './audit-line.ts';
import { openSecret, sealSecret } from './seal-secret.ts';
import { isSame, type RequestToSign, readSignedHeaders, signatureOf, signatureWindowMs } from './signed-request.ts';
import { createUsedNonces } from './used-nonces.ts';

interface Needs {
  db: Kysely<AccessTables>;
  now: () => Date;
  /** The desk's own key, under which the secrets lie in the record. */
  deskKey: Buffer;
  /** `HOTLINE_KEY`, valid beside the keys of the record. */
  environmentSecret: string | null;
}

export interface NewAccessKey {
  name: string;
  doors: readonly Door[];
  filesTickets?: boolean;
  /** Who issues it, for the audit. */
  by?: string;
}

/** Headers beside the parts that a signature covers. */
export type SignedRequest = RequestToSign & { headers: IncomingHttpHeaders };

export type AccessKeys = ReturnType<typeof createAccessKeys>;

/** The keys by which other systems come in: a bearer token `<id>.<secret>`, or a signature that may be used once. */
export function createAccessKeys({ db, now, deskKey, environmentSecret }: Needs) {
  const nonces = createUsedNonces(db, now);
  const rowOf = (id: string) => db.selectFrom('access_key').selectAll().where('id', '=', id).executeTakeFirst();

  /** A key with its secret; nothing of it is told before the secret was shown. */
  async function known(id: string): Promise<{ key: AccessKey; secret: string }> {
    if (id === environmentKey.id && environmentSecret !== null)
      return { key: environmentKey, secret: environmentSecret };
    // What no key is called is not looked for: a form can send what the record cannot even compare.
    const row = /^[\w-]+$/u.test(id) ? await rowOf(id) : undefined;
    if (!row) throw new RequestError('key_wrong', '没有这把访问密钥，请检查密钥编号，或请管理员签发一把。');
    return { key: toAccessKey(row), secret: secretIn(row) };
  }

  function secretIn({ id, sealed_secret }: Selectable<AccessKeyTable>): string {
    try {
      return openSecret(sealed_secret, id, deskKey);
    } catch (cause) {
      const advice = '这个进程的 secret-key 文件与签发密钥时的不同：请让各进程用同一份，或重新签发密钥。';
      throw Object.assign(new RequestError('key_unreadable', advice), { cause });
    }
  }

  async function used(key: AccessKey): Promise<AccessKey> {
    const minuteAgo = new Date(now().getTime() - 60_000);
    if (key.id !== environmentKey.id && (key.lastUsedAt === null || key.lastUsedAt < minuteAgo))
      await db.updateTable('access_key').set({ last_used_at: now() }).where('id', '=', key.id).execute();
    return key;
  }

  return {
    /** Makes a key; its secret is given here and never again. */
    async issue({ name, doors, filesTickets = false, by = 'desk' }: NewAccessKey) {
      const id = randomBytes(9).toString('base64url');
      const secret = randomBytes(32).toString('base64url');
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('access_key')
          .values({
            id,
            name,
            doors: [...doors],
            files_tickets: filesTickets,
            sealed_secret: sealSecret(secret, id, deskKey),
            created_at: now(),
            created_by: by,
          })
          .execute();
        const detail = { name, doors, filesTickets };
        await addAuditLine(trx, { at: now(), actor: by, action: 'key-issued', subject: id, detail });
      });
      return { id, secret };
    },

    /** The newest first, the revoked ones too; that of the environment at the end where there is one. */
    async list(): Promise<AccessKey[]> {
      const rows = await db.selectFrom('access_key').selectAll().orderBy('created_at', 'desc').orderBy('id').execute();
      return [...rows.map(toAccessKey), ...(environmentSecret === null ? [] : [environmentKey])];
    },

    async find(id: string): Promise<AccessKey | null> {
      if (id === environmentKey.id) return environmentSecret === null ? null : environmentKey;
      const row = await rowOf(id);
      return row ? toAccessKey(row) : null;
    },

    /** Closes a key for good, at once. @throws RequestError `not_found` when there is none that is still open */
    async revoke(id: string, reason: string, by = 'desk'): Promise<void> {
      await db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('access_key')
          .set({ revoked_at: now(), revoked_by: by, revoked_reason: reason })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n)
          throw new RequestError('not_found', '没有这把密钥，或者已经停用；环境变量里的密钥请在部署设置里撤换。');
        await addAuditLine(trx, { at: now(), actor: by, action: 'key-revoked', subject: id, detail: { reason } });
      });
    },

    /** For a connection that was let in before and is still open. @throws RequestError `key_revoked`, `key_wrong_door` */
    async requireUsable(id: string, door: Door): Promise<void> {
      usable((await known(id)).key, door);
    },

    /** @throws RequestError `key_missing`, `key_wrong`, `key_revoked`, `key_wrong_door` */
    async verifyBearer(authorization: string | undefined, door: Door): Promise<AccessKey> {
      const token = /^Bearer +(\S+)$/iu.exec(authorization ?? '')?.[1];
      if (token === undefined)
        throw new RequestError('key_missing', '请在 Authorization 标头里带上“Bearer 密钥编号.密钥”。');
      // The key of the environment was used bare before there were others.
      if (environmentSecret !== null && isSame(token, environmentSecret)) return usable(environmentKey, door);
      const [id = '', secret = ''] = token.split('.', 2);
      const { key, secret: expected } = await known(id);
      if (!isSame(secret, expected))
        throw new RequestError('key_wrong', '访问密钥不对，请检查是否抄全；遗失的密钥请管理员重新签发。');
      return used(usable(key, door));
    },

    /** @throws RequestError as `verifyBearer`, and `signature_wrong`, `signature_expired`, `nonce_replayed` */
    async verifySigned({ headers, ...request }: SignedRequest, door: Door): Promise<AccessKey> {
      const parts = readSignedHeaders(headers);
      const { key, secret } = await known(parts.keyId);
      if (!isSame(parts.signature, signatureOf(request, parts, secret)))
        throw new RequestError('signature_wrong', '签名不对：请核对密钥、方法、路径（含查询串）、时间、随机串和正文。');
      usable(key, door);
      if (Math.abs(now().getTime() - parts.time) > signatureWindowMs)
        throw new RequestError('signature_expired', '签名的时间与服务器相差超过 5 分钟，请校准时钟后重新签名。');
      await nonces.use(key.id, parts.nonce, new Date(parts.time + signatureWindowMs));
      return used(key);
    },
  };
}

/** Told only to whoever has shown the secret: to others a revoked key is a wrong one. */
function usable(key: AccessKey, door: Door): AccessKey {
  if (key.revoked) throw new RequestError('key_revoked', '这把访问密钥已经停用，请管理员签发新的。');
  if (!key.doors.includes(door))
    throw new RequestError('key_wrong_door', '这把访问密钥不能用于这个接口，请管理员签发相应的密钥。');
  return key;
}
