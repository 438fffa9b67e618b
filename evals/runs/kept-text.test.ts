import { expect, it } from 'vitest';
import { withoutSaid, withoutSecrets } from './kept-text.ts';

it('masks what a citizen said of himself wherever the output repeats it, in any width', () => {
  const input = { messages: ['我的电话是１３８１２３４５６７８，路灯坏了'] };
  const output = {
    text: '已记下 13812345678',
    asked: '电话13812345678',
    citations: [{ quote: '咨询 023-67612345' }],
    n: 3,
  };
  const kept = withoutSaid(output, input);
  expect(JSON.stringify(kept)).not.toContain('13812345678');
  expect(kept).toMatchObject({ citations: [{ quote: '咨询 023-67612345' }], n: 3 });
});

it('leaves an output alone when nothing personal was said', () => {
  const output = { text: '户口簿 12345' };
  expect(withoutSaid(output, { text: '上户口要带什么' })).toBe(output);
});

it.each([
  ['connect to postgres://desk:hunter22@db/x failed', 'hunter22'],
  ['401 from model: Incorrect API key provided: sk-abcdef1234567890', 'sk-abcdef1234567890'],
  ['header authorization: Bearer abcdefgh12345678', 'abcdefgh12345678'],
  ['no such row for 13812345678', '13812345678'],
])('strikes out the secret in the error %s', (message, secret) => {
  expect(withoutSecrets(message)).not.toContain(secret);
  expect(withoutSecrets(message)).toContain(message.slice(0, 6));
});
