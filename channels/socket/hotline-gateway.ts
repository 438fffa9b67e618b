import type { Server, Socket } from 'socket.io';
import { z } from 'zod';
import type { AccessKeys } from '../access/access-keys.ts';
import { requireOn, type Switches } from '../access/switches.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { HotlineDesk } from '../hotline/hotline-desk.ts';
import { isKnownCode, RequestError } from '../http/error-handler.ts';
import { CallEventBatch, callId, type HotlineClientEvents, type HotlineServerEvents } from '../http/hotline-types.ts';
import { sessionCookie } from '../http/session-guard.ts';

export interface HotlineGatewayNeeds {
  hotline: HotlineDesk;
  accessKeys: AccessKeys;
  accounts: AccountStore;
  switches: Pick<Switches, 'isOn'>;
  log: { error(fields: object, text: string): void };
}

/** Who is at the other end: a call centre's stream, or an operator's console. */
interface Caller {
  name: string;
  isOperator: boolean;
  /** Asked at each batch: a revoked key and an ended session end here too. @throws RequestError */
  requireStill(): Promise<unknown>;
}

type Line = Socket<HotlineClientEvents, HotlineServerEvents, Record<string, never>, { caller: Caller }>;

const Signed = z.object({ key: z.string(), time: z.coerce.string(), nonce: z.string(), signature: z.string() });
const Bearer = z.object({ token: z.string() });
const Batch = CallEventBatch.extend({ id: callId });

/** Calls over a socket: events are acknowledged after their commit, consoles are told of every change. */
export function openHotlineGateway(io: Server, needs: HotlineGatewayNeeds): void {
  const lines = io.of('/hotline') as unknown as ReturnType<Server<HotlineClientEvents, HotlineServerEvents>['of']>;
  lines.use((socket, next) => {
    admit(socket as Line, needs).then(
      (caller) => {
        socket.data.caller = caller;
        next();
      },
      (error: Error & { code?: string }) => next(Object.assign(error, { data: { code: error.code ?? 'internal' } })),
    );
  });
  lines.on('connection', (socket: Line) => {
    if (socket.data.caller.isOperator) void socket.join(consoles);
    socket.on(
      'call-events',
      (raw, acknowledge) => void acknowledged(() => take(socket, raw, needs), acknowledge, needs),
    );
  });
  // Each process tells its own consoles; the record tells the processes.
  needs.hotline.onChange((change) => lines.local.to(consoles).emit('call-changed', change));
}

const consoles = 'consoles';

async function take(socket: Line, raw: unknown, { hotline, switches }: HotlineGatewayNeeds) {
  requireOn(switches, 'hotline');
  const result = Batch.safeParse(raw);
  if (!result.success)
    throw new RequestError('bad_input', '要有通话编号 id 和 1 到 200 条 events，请对照 docs/hotline.md。');
  await socket.data.caller.requireStill();
  return hotline.take(result.data.id, result.data.events, socket.data.caller.name);
}

/** @throws RequestError as the keys do, and `not_logged_in`, `not_allowed`, `surface_off` */
async function admit({ handshake }: Line, { accessKeys, accounts, switches }: HotlineGatewayNeeds): Promise<Caller> {
  requireOn(switches, 'hotline');
  const signed = Signed.safeParse(handshake.auth);
  if (signed.success) {
    const { key, time, nonce, signature } = signed.data;
    const headers = {
      'x-yuwen-key': key,
      'x-yuwen-time': time,
      'x-yuwen-nonce': nonce,
      'x-yuwen-signature': signature,
    };
    const { id } = await accessKeys.verifySigned({ headers, method: 'GET', path: '/hotline', body: '' }, 'hotline');
    return callerOfKey(id, accessKeys);
  }
  const bearer = Bearer.safeParse(handshake.auth);
  if (bearer.success) {
    const { id } = await accessKeys.verifyBearer(`Bearer ${bearer.data.token}`, 'hotline');
    return callerOfKey(id, accessKeys);
  }
  return operatorOf(handshake.headers, accounts);
}

const callerOfKey = (id: string, accessKeys: AccessKeys): Caller => ({
  name: `key:${id}`,
  isOperator: false,
  requireStill: () => accessKeys.requireUsable(id, 'hotline'),
});

/** The session cookie is SameSite=Strict; a page of another site is refused by its origin besides. */
async function operatorOf(headers: Line['handshake']['headers'], accounts: AccountStore): Promise<Caller> {
  const { origin, host } = headers;
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host))
    throw new RequestError('request_untrusted', '请从工作台页面连接热线。');
  const token = new RegExp(`(?:^|;\\s*)${sessionCookie}=([^;]+)`, 'u').exec(headers.cookie ?? '')?.[1];
  const requireStill = async () => {
    const account = token === undefined ? undefined : await accounts.accountOf(decodeURIComponent(token));
    if (!account) throw new RequestError('not_logged_in', '请先登录工作台，或用访问密钥签名连接。');
    if (account.role !== 'hotline_operator' && account.role !== 'administrator')
      throw new RequestError('not_allowed', '您的账号没有热线权限，请联系管理员。');
    return account;
  };
  return { name: (await requireStill()).name, isOperator: true, requireStill };
}

/** Every batch is answered, with a value or with a code. */
async function acknowledged(
  work: () => ReturnType<typeof take>,
  acknowledge: unknown,
  { log }: HotlineGatewayNeeds,
): Promise<void> {
  const answer = await work().then(
    (value) => ({ ok: true as const, value }),
    (error: unknown) => {
      const { code, message, details } = error as { code?: unknown; message: string; details?: object };
      if (isKnownCode(code)) return { ok: false as const, error: { code, message, ...(details && { details }) } };
      log.error({ err: error }, 'call events failed');
      return { ok: false as const, error: { code: 'internal', message: '系统出了问题，请重发这些事件。' } };
    },
  );
  if (typeof acknowledge === 'function') acknowledge(answer);
}
