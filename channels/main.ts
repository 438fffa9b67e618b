import type { AddressInfo } from 'node:net';
import { createDemoAccounts } from './accounts/demo-accounts.ts';
import { readConfig } from './config.ts';
import { listen } from './listen.ts';
import { openDesk } from './open-desk.ts';
import { buildServer } from './server.ts';
import { openGateway } from './socket/gateway.ts';

/** Starts the desk and keeps it running until it is told to stop. */
export async function startDesk(
  env: NodeJS.ProcessEnv,
  root: string,
  { json, demoScale }: { json: boolean; demoScale?: number | undefined },
): Promise<void> {
  const notice = (text: string) => process.stderr.write(`${text}\n`);
  const config = readConfig(env, root);
  const desk = await openDesk(config, { notice, runJobs: true });
  const server = await buildServer(desk.services).catch(async (error: unknown) => {
    // An open record would keep a process alive that serves nobody.
    await desk.close();
    throw error;
  });
  const gateway = openGateway(server.server, { ...desk.services, log: server.log }, desk.redis);
  desk.onRecovered((row) => gateway.announce(row));
  const close = once(async () => {
    // In the order in which work flows: no new messages, then the server, then what was still being answered.
    await gateway.close();
    await server.close();
    await desk.close();
  });
  await listen(server, config.http).catch(async (error: unknown) => {
    // Left open, it would go on doing jobs unseen.
    await close();
    throw error;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      notice('正在停止：先答完手上的话。Stopping.');
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          server.log.error({ err: error }, 'the desk did not close cleanly');
          process.exit(1);
        },
      );
    });

  const { port } = server.server.address() as AddressInfo;
  const address = `http://localhost:${port}`;
  const created = await createDemoAccounts(desk.services.accounts);
  process.stdout.write(json ? `${JSON.stringify({ address, accounts: created })}\n` : greeting(address, created));
  // The figures' demo platform is filled behind the citizens' backs: they are answered from the first second.
  await desk.fillDemoData(demoScale).catch((error: Error) => {
    notice(`演示数据没有装上，其他功能不受影响：${error.message}`);
  });
}

function greeting(address: string, accounts: Awaited<ReturnType<typeof createDemoAccounts>>): string {
  const lines = [
    '',
    `渝问已启动 Yuwen is running: ${address}`,
    `  市民页面 ${address}/　工作台 ${address}/console/　接口 ${address}/docs`,
  ];
  if (accounts.length > 0) {
    lines.push('', '演示账号（密码只显示这一次，请记下）Demo log-ins, shown once:');
    for (const { name, password, displayName } of accounts)
      lines.push(`  ${name.padEnd(16)}${password}  ${displayName}`);
  }
  return `${lines.join('\n')}\n\n`;
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
