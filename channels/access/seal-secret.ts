import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** A key of its own for this purpose, so that nothing else the desk's key protects shares a cipher with it. */
const sealingKey = (deskKey: Buffer) => Buffer.from(hkdfSync('sha256', deskKey, '', 'yuwen access key secrets', 32));

/** AES-256-GCM: base64url of nonce, tag and text. `owner` is bound to it, so a row's secret is of no use in another row. */
export function sealSecret(secret: string, owner: string, deskKey: Buffer): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(deskKey), nonce).setAAD(Buffer.from(owner));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** @throws Error when it was sealed by another desk's key, for another owner, or has been changed */
export function openSecret(sealed: string, owner: string, deskKey: Buffer): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(deskKey), nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag);
  return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
}
