import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccountRow, AccountStore } from '../accounts/account-store.ts';
import type { Role } from '../accounts/account-tables.ts';
import { RequestError } from './error-handler.ts';

export const sessionCookie = 'yuwen_session';

const plainForms = '/plain';

export type SessionGuard = ReturnType<typeof createSessionGuard>;

/** Says who is asking, from the session cookie. */
export function createSessionGuard(accounts: AccountStore) {
  const accountOf = async (request: FastifyRequest): Promise<AccountRow | null> => {
    const token = request.cookies[sessionCookie];
    return token ? ((await accounts.accountOf(token)) ?? null) : null;
  };
  return {
    accountOf,
    /** @throws RequestError when nobody is logged in, or somebody of another role */
    async require(request: FastifyRequest, ...roles: readonly Role[]): Promise<AccountRow> {
      const account = await accountOf(request);
      if (!account) throw new RequestError('not_logged_in', '请先登录工作台。');
      if (roles.length > 0 && !roles.includes(account.role) && account.role !== 'administrator')
        throw new RequestError('not_allowed', '您的账号没有这项权限，请联系管理员。');
      return account;
    },
  };
}

/**
 * A page of another site can make a browser send our cookie but not this header, so a write without it is not ours.
 * The cookie is SameSite=Strict besides; each holds if the other fails.
 */
export function refuseForeignWrites(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    // Its forms cannot set a header; each carries a token of its own instead.
    if (request.routeOptions.url?.startsWith(plainForms)) return;
    const writes = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
    if (writes && request.cookies[sessionCookie] && request.headers['x-yuwen-request'] !== '1')
      throw new RequestError('request_untrusted', '请求缺少 x-yuwen-request 标头，请从工作台页面操作。');
  });
}
