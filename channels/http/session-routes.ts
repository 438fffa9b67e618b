import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AccountRow, AccountStore } from '../accounts/account-store.ts';
import { type Account, SessionAnswer, SessionBody } from './api-types.ts';
import { RequestError } from './error-handler.ts';
import { type SessionGuard, sessionCookie } from './session-guard.ts';

export const sessionRoutes: FastifyPluginAsyncZod<{
  accounts: AccountStore;
  guard: SessionGuard;
}> = async (app, { accounts, guard }) => {
  // `auto`: secure behind a TLS proxy, plain on localhost.
  const cookie = { httpOnly: true, sameSite: 'strict', path: '/', secure: 'auto' } as const;

  const logIn = {
    schema: { tags: ['session'], summary: '登录工作台', body: SessionBody, response: { 200: SessionAnswer } },
    // Guessing is slowed down here; the hash slows it down further.
    config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
  };
  app.post('/session', logIn, async ({ body: { name, password } }, reply) => {
    const session = await accounts.logIn(name, password);
    await accounts.audit(name.slice(0, 64), session ? 'log-in' : 'log-in-refused', 'session');
    if (!session) throw new RequestError('log_in_failed', '账号或密码不对，请重新输入；忘记密码请联系管理员。');
    reply.setCookie(sessionCookie, session.token, cookie);
    return { account: toAccount(session.account) };
  });

  const who = { schema: { tags: ['session'], summary: '当前登录的账号', response: { 200: SessionAnswer } } };
  app.get('/session', who, async (request) => ({ account: toAccount(await guard.require(request)) }));

  const logOut = { schema: { tags: ['session'], summary: '退出登录', response: { 204: z.null() } } };
  app.delete('/session', logOut, async (request, reply) => {
    const token = request.cookies[sessionCookie];
    if (token) await accounts.logOut(token);
    return reply.clearCookie(sessionCookie, cookie).code(204).send(null);
  });
};

function toAccount({ name, display_name, role, district, unit }: AccountRow): Account {
  return { name, displayName: display_name, role, district, unit };
}
