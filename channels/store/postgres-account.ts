import { RecordError } from './record-error.ts';
import { type RunAs, runProgram } from './run-program.ts';

const accountName = 'postgres';

/**
 * The account PostgreSQL runs under. It refuses to run as root, so a desk started by root (a container, a test machine)
 * runs it as `postgres`, making that account when it is missing; any other user runs it as themselves.
 */
export async function findServerAccount(notice: (text: string) => void): Promise<RunAs> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUp();
  if (existing) return existing;

  notice(`PostgreSQL will not run as root: making the system account "${accountName}" for it.`);
  await runProgram('groupadd', ['--system', accountName]);
  const made = await runProgram('useradd', ['--system', '--no-create-home', '--gid', accountName, accountName]);
  const account = await lookUp();
  if (account) return account;
  throw new RecordError(
    'postgres_not_startable',
    `PostgreSQL will not run as root and the account "${accountName}" could not be made (${made.output.trim()}). ` +
      'Start the desk as an ordinary user, or make that account.',
  );
}

async function lookUp(): Promise<RunAs> {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', accountName]), runProgram('id', ['-g', accountName])]);
  if (uid.exitCode !== 0 || gid.exitCode !== 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}
