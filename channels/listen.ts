import type { FastifyInstance } from 'fastify';

/** The desk could not take its address; the message says what to do. */
export class ListenError extends Error {
  readonly code: 'port_taken' | 'port_forbidden' | 'host_unknown';

  constructor(code: ListenError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const toError: Record<string, (host: string, port: number) => ListenError> = {
  EADDRINUSE: (host, port) =>
    new ListenError(
      'port_taken',
      `端口 ${port}（${host}）已经有程序在用，也许服务已经在运行。请停掉它，或换一个端口：PORT=${next(port)} npm start\n` +
        `Port ${port} (${host}) is taken, perhaps by a desk that is running already. Stop it, or choose another: PORT=${next(port)} npm start`,
    ),
  EACCES: (_host, port) =>
    new ListenError(
      'port_forbidden',
      `没有权限使用端口 ${port}，请换一个 1024 以上的端口：PORT=8080 npm start\n` +
        `Port ${port} may not be used by this account. Choose one above 1024: PORT=8080 npm start`,
    ),
  EADDRNOTAVAIL: (host) => unknownHost(host),
  ENOTFOUND: (host) => unknownHost(host),
};

const next = (port: number) => (port < 65_535 ? port + 1 : port - 1);

const unknownHost = (host: string) =>
  new ListenError(
    'host_unknown',
    `这台机器没有地址 ${host}，请改 HOST（例如 HOST=127.0.0.1 或 0.0.0.0）。\n` +
      `This machine has no address ${host}. Set HOST, for example to 127.0.0.1 or 0.0.0.0.`,
  );

/** @throws ListenError when the address cannot be had */
export async function listen(server: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await server.listen({ port, host });
  } catch (error) {
    throw toError[(error as NodeJS.ErrnoException).code ?? '']?.(host, port) ?? error;
  }
}
