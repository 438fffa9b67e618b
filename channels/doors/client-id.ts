import { RequestError } from '../http/error-handler.ts';

/**
 * The client's own id of what it files, from its `Idempotency-Key` header; null where it sent none.
 * @throws RequestError where it is no id
 */
export function readClientId(header: string | string[] | undefined): string | null {
  if (header === undefined || header === '') return null;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,200}$/u.test(header))
    throw new RequestError('bad_input', 'Idempotency-Key 请用 1 到 200 个不含空格的英文字符，例如一个 UUID。');
  return header;
}
