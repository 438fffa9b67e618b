import { expect, it } from 'vitest';
import { progressAddress, readKey } from './read-ticket.ts';

it('carries the code behind the #, which no server is told, and reads it back', () => {
  const key = { number: '20261123-000001', secret: 'AB+C/ 1' };
  const address = new URL(progressAddress('https://desk.example', key, 'zh-CN'));
  expect([address.pathname, address.search]).toEqual(['/progress.html', '']);
  expect(readKey(address.hash)).toEqual(key);
  expect(new URL(progressAddress('https://desk.example', key, 'en-GB')).pathname).toBe('/progress-en.html');
});

it('takes a nonsense address for none, and cuts what is too long', () => {
  expect(readKey('')).toEqual({ number: '', secret: '' });
  expect(readKey(`#number=${'9'.repeat(500)}&secret=x`).number).toHaveLength(32);
});
