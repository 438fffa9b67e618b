import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DebianPostgres, openDebianPostgres } from '../testing/debian-postgres.ts';
import { describeWith } from '../testing/machine.ts';
import { openRecord } from './open-record.ts';
import { toScramVerifier } from './scram-verifier.ts';

describeWith('postgresql', 'a record on a server of one’s own', (program) => {
  let city: DebianPostgres;
  beforeAll(async () => {
    city = await openDebianPostgres(program);
  });
  afterAll(() => city.close());

  /** A user with a database, as an administrator hands them out. */
  async function handOut(rights: string, password = 'pass/word@1') {
    const name = `desk_${randomBytes(4).toString('hex')}`;
    await city.administer(
      `create role ${name} login ${rights} password '${password}'`,
      `create database ${name} owner ${name}`,
    );
    return { name, url: `postgresql://${name}:${encodeURIComponent(password)}@127.0.0.1:${city.port}/${name}` };
  }
  const open = (databaseUrl: string) => openRecord({ dataFolder: '/nowhere', databaseUrl, notice: () => {} });
  const withoutRoles = () =>
    city.administer(...['yuwen_owner', 'yuwen_app', 'yuwen_reader'].map((role) => `drop role if exists ${role}`));

  async function emptied(name: string) {
    await city.administer(`drop database ${name}`);
    await withoutRoles();
  }

  it('is made by a user that may make roles, and shared by desks with the same address', async () => {
    const { name, url } = await handOut('createrole');
    const [one, two] = await Promise.all([open(url), open(url)]);
    const job = { kind: 'k', payload: '{}', run_at: new Date() };
    await one.db.insertInto('outbox_job').values(job).execute();
    expect(await two.db.selectFrom('outbox_job').select('kind').execute()).toEqual([{ kind: 'k' }]);
    await expect(one.readerPool.query('select * from yuwen.ticket')).rejects.toThrow('permission denied');
    await expect(one.readerPool.query('create table data_platform.x (n int)')).rejects.toThrow();
    await Promise.all([one.close(), two.close()]);
    await emptied(name);
  });

  it('gives the administrator the statements to run where the user may not make roles, and opens after they were run', async () => {
    const { name, url } = await handOut('');
    const refusal = await open(url).catch((error) => error);
    expect(refusal).toMatchObject({ code: 'roles_missing' });
    expect(refusal.message).not.toContain('pass/word@1');

    const script = refusal.message.slice(refusal.message.indexOf('\n'));
    const admin = new pg.Client({
      host: '127.0.0.1',
      port: city.port,
      user: 'postgres',
      password: 'superuser-password',
      database: name,
    });
    await admin.connect();
    await admin.query(script);
    await admin.end();
    const record = await open(url);
    expect(await record.db.selectFrom('ticket').selectAll().execute()).toEqual([]);
    await record.close();
    await emptied(name);
  });

  describe('that cannot be reached', () => {
    it.each([
      ['no server listens there', () => 'postgresql://u:p@127.0.0.1:1/db', 'ECONNREFUSED'],
      [
        'the password is wrong',
        () => `postgresql://postgres:wrong@127.0.0.1:${city.port}/postgres`,
        'password authentication failed',
      ],
      ['it is no address', () => 'http://[', 'DATABASE_URL'],
    ])('says so when %s', async (_, url, reason) => {
      await expect(open(url())).rejects.toMatchObject({
        code: 'database_unreachable',
        message: expect.stringContaining(reason),
      });
    });
  });
});

it('makes the verifier that RFC 7677 gives for its example', () => {
  const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
  expect(toScramVerifier('pencil', salt)).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});
