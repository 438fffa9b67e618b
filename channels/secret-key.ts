import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The desk's own key, made at the first start; whoever has it can open every progress page. */
export async function readSecretKey(dataFolder: string): Promise<Buffer> {
  const file = path.join(dataFolder, 'secret-key');
  await mkdir(dataFolder, { recursive: true });
  // Written only if absent, then read: two desks that start at once agree on one key.
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return Buffer.from(await readFile(file, 'utf8'), 'base64url');
}

/** Eight characters for a ticket's number, easy to read out on the telephone: 40 bits, and look-ups are rate-limited. */
export function progressSecretOf(number: string, key: Buffer): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const mac = createHmac('sha256', key).update(`progress:${number}`).digest();
  return Array.from(mac.subarray(0, 8), (byte) => letters[byte % 32]).join('');
}
