import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ReadFile } from '../../knowledge/index.ts';
import { projectRoot } from '../cli/project-root.ts';
import { readConfig } from '../config.ts';
import { assembleDesk, type Desk } from '../open-desk.ts';
import { buildServer } from '../server.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from './open-test-record.ts';

export interface TestDesk {
  desk: Desk;
  record: DeskRecord;
  server: FastifyInstance;
  /** Sends as the named account, with the header that our own pages send. */
  as(
    account: string,
  ): Promise<
    (method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) => Promise<{ status: number; body: never }>
  >;
  close(): Promise<void>;
}

const password = 'a password for tests';

/**
 * A whole desk on a record of its own, in this process; the server does not listen unless the test makes it. `read` reads
 * uploads: the desk's own reader is a compiled program, which a test may have no other way to come by.
 */
export async function openTestDesk(
  env: Record<string, string> = {},
  now?: () => Date,
  read?: ReadFile,
): Promise<TestDesk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yuwen-test-desk-'));
  const config = readConfig({ DATA_FOLDER: folder, LOG_LEVEL: 'silent', DEMO_DATA: 'false', ...env }, projectRoot());
  const record = await openTestRecord();
  const desk = await assembleDesk(config, record, {
    notice: () => {},
    runJobs: true,
    ...(now && { now }),
    ...(read && { read }),
  });
  const server = await buildServer(desk.services);
  const { accounts } = desk.services;
  const roles = {
    handler: 'unit_handler',
    cadre: 'cadre',
    hotline: 'hotline_operator',
    operator: 'operator',
    admin: 'administrator',
  } as const;
  for (const [name, role] of Object.entries(roles))
    await accounts.create({
      name,
      displayName: name,
      role,
      district: name === 'handler' ? '渝中区' : null,
      unit: null,
      password,
    });

  return {
    desk,
    record,
    server,
    async as(account) {
      const session = await server.inject({
        method: 'POST',
        url: '/api/session',
        payload: { name: account, password },
      });
      const [cookie] = session.cookies;
      return async (method, url, body) => {
        const cookies = cookie ? { [cookie.name]: cookie.value } : {};
        const answer = await server.inject({
          method,
          url,
          cookies,
          headers: { 'x-yuwen-request': '1' },
          ...(body ? { payload: body } : {}),
        });
        return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as never };
      };
    },
    async close() {
      await server.close();
      await desk.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
