import type { AddressInfo } from 'node:net';
import type { Door } from '../../access/access-key.ts';
import { openTestDesk, type TestDesk } from '../../testing/open-test-desk.ts';

export interface DoorDesk extends TestDesk {
  /** `http://127.0.0.1:<port>`: the desk listens, for clients that we did not write. */
  address: string;
  /** A bearer token for a door. */
  token(door: Door, filesTickets?: boolean): Promise<string>;
  /** How many tickets the record holds. */
  tickets(): Promise<number>;
}

/** A whole desk that is called over a socket. */
export async function openDoorDesk(env: Record<string, string> = {}, now?: () => Date): Promise<DoorDesk> {
  const opened = await openTestDesk(env, now);
  await opened.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = opened.server.server.address() as AddressInfo;
  const { accessKeys, tickets } = opened.desk.services;
  return {
    ...opened,
    address: `http://127.0.0.1:${port}`,
    async token(door, filesTickets = false) {
      const { id, secret } = await accessKeys.issue({ name: `test ${door}`, doors: [door], filesTickets });
      return `${id}.${secret}`;
    },
    async tickets() {
      const scope = { district: null, unit: null };
      return (await tickets.list({ sort: 'filed_at', offset: 0, limit: 1 }, scope)).total;
    },
  };
}
