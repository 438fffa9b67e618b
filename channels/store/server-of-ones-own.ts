import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { ReadyServer } from './ready-server.ts';
import { RecordError } from './record-error.ts';
import { type DatabaseRole, databaseRoles, type PasswordOf, provision, provisioningStatements } from './roles.ts';

/**
 * A PostgreSQL server named by DATABASE_URL. The given user makes the three roles, or its administrator did before.
 *
 * The roles' passwords are derived from the given user's: every desk with the same DATABASE_URL arrives at the same ones,
 * none is stored anywhere, and a changed password changes them at the next start.
 */
export async function openServerOfOnesOwn(databaseUrl: string): Promise<ReadyServer> {
  const given = readConnection(databaseUrl);
  const connectionOf = (role: DatabaseRole) => ({ ...given, user: role, password: passwordOf(given)(role) });
  const ready = { connectionOf, description: describe(given), close: async () => {} };

  if (await areRolesReady(connectionOf)) return ready;
  await makeRoles(given);
  if (await areRolesReady(connectionOf)) return ready;
  throw new RecordError(
    'roles_missing',
    `The roles were made on ${describe(given)}, yet they cannot log in. Let ${databaseRoles.join(', ')} in by password (pg_hba.conf).`,
  );
}

/** Read by `pg` itself, so that every way it accepts to write a connection, sockets and sslmode too, is understood alike. */
function readConnection(databaseUrl: string): pg.ClientConfig {
  try {
    const { user, password, host, port, database, ssl } = new pg.Client(databaseUrl);
    return { user, password: password ?? undefined, host, port, database, ssl };
  } catch (cause) {
    throw new RecordError('database_unreachable', `DATABASE_URL is not a PostgreSQL address: ${reasonOf(cause)}.`, {
      cause,
    });
  }
}

const passwordOf =
  (given: pg.ClientConfig): PasswordOf =>
  (role) =>
    createHmac('sha256', String(given.password ?? ''))
      .update(`yuwen ${role}`)
      .digest('base64url');

const describe = ({ host, port, database }: pg.ClientConfig) => `PostgreSQL at ${host}:${port}, database ${database}`;

async function areRolesReady(connectionOf: (role: DatabaseRole) => pg.ClientConfig): Promise<boolean> {
  const answers = await Promise.all(databaseRoles.map((role) => hasItsSchemas(connectionOf(role))));
  return answers.every(Boolean);
}

async function hasItsSchemas(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config);
  try {
    await client.connect();
    const { rows } = await client.query(
      "select to_regnamespace('yuwen') is not null and to_regnamespace('data_platform') is not null as ready",
    );
    return rows[0].ready;
  } catch (cause) {
    if (isRefused(cause)) return false;
    throw unreachable(config, cause);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Wrong password, unknown role, or no line for it in pg_hba.conf (class 28). */
const isRefused = (cause: unknown) => (cause as { code?: string }).code?.startsWith('28') ?? false;

async function makeRoles(given: pg.ClientConfig): Promise<void> {
  const statements = provisioningStatements(passwordOf(given));
  const admin = new pg.Client(given);
  try {
    await admin.connect();
    await provision(admin, statements);
  } catch (cause) {
    if ((cause as { code?: string }).code === '42501') throw rolesMissing(given, statements, cause);
    throw unreachable(given, cause);
  } finally {
    await admin.end().catch(() => {});
  }
}

function rolesMissing(given: pg.ClientConfig, statements: readonly string[], cause: unknown) {
  const script = statements.map((statement) => `  ${statement};`).join('\n');
  return new RecordError(
    'roles_missing',
    `The user "${given.user}" may not make roles and schemas (${reasonOf(cause)}). Let the administrator of the server ` +
      `run these statements in the database "${given.database}", then start again:\n${script}`,
    { cause },
  );
}

function unreachable(given: pg.ClientConfig, cause: unknown) {
  return new RecordError(
    'database_unreachable',
    `${describe(given)} cannot be used by "${given.user}": ${reasonOf(cause)}. Check DATABASE_URL and that the server runs.`,
    { cause },
  );
}

const reasonOf = (cause: unknown) =>
  (cause instanceof AggregateError ? cause.errors.map(String).join('; ') : cause instanceof Error && cause.message) ||
  String(cause);
