import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Config, readConfig } from './config.ts';
import { openDataPlatform, unreadableSubjects } from './data-platform/open-data-platform.ts';
import { openDeskKnowledge } from './desk-knowledge.ts';
import { pingRedis } from './jobs/redis.ts';
import { openRecord } from './store/open-record.ts';

export interface Finding {
  part: string;
  /** `notice`: it runs, with something less than it could have. */
  state: 'ok' | 'notice' | 'broken';
  detail: string;
}

/** Looks at every part of the desk as it would be started, and says what is there and what to do about the rest. */
export async function findings(env: NodeJS.ProcessEnv, root: string): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(env, root);
  } catch (error) {
    return [{ part: '设置', state: 'broken', detail: (error as Error).message }];
  }
  const checks = [
    () => ok('Node.js', `${process.version}，${process.platform}-${process.arch}`),
    () => dataFolder(config),
    () => vectorIndex(),
    () => knowledge(config),
    () => record(config),
    () => dataPlatform(config),
    () => redis(config),
    () => chatModel(config),
  ];
  const found: Finding[] = [];
  for (const check of checks) found.push(await check());
  return found;
}

function ok(part: string, detail: string): Finding {
  return { part, state: 'ok', detail };
}

async function attempt(part: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return ok(part, await look());
  } catch (error) {
    return { part, state: 'broken', detail: (error as Error).message };
  }
}

function dataFolder({ record }: Config): Promise<Finding> {
  return attempt('数据文件夹', async () => {
    await mkdir(record.dataFolder, { recursive: true });
    await access(record.dataFolder, constants.W_OK);
    const { bavail, bsize } = await statfs(record.dataFolder);
    return `可写，剩余 ${Math.floor((bavail * bsize) / 2 ** 30)} GiB`;
  });
}

async function vectorIndex(): Promise<Finding> {
  try {
    createRequire(import.meta.url)('hnswlib-node');
    return ok('向量索引', 'hnswlib-node 已编译');
  } catch {
    return {
      part: '向量索引',
      state: 'notice',
      detail: 'hnswlib-node 没有编译，用精确索引代替：结果相同，文档很多时较慢',
    };
  }
}

function knowledge(config: Config): Promise<Finding> {
  return attempt('知识库', async () => {
    const opened = await openDeskKnowledge(config, () => {});
    const cards = opened.matters.inForce(new Date().toISOString().slice(0, 10)).length;
    const { taxonomy } = opened.catalogue;
    await opened.close();
    return `有效事项 ${cards} 个，诉求类别 ${taxonomy.categories.length} 个，摘要 ${opened.digest.slice(0, 12)}`;
  });
}

function record(config: Config): Promise<Finding> {
  return attempt('记录（PostgreSQL）', async () => {
    const opened = await openRecord({ ...config.record, notice: () => {} });
    try {
      const { tickets } = await opened.db
        .selectFrom('ticket')
        .select(({ fn }) => fn.countAll<string>().as('tickets'))
        .executeTakeFirstOrThrow();
      return `${opened.description}，工单 ${tickets} 张`;
    } finally {
      await opened.close();
    }
  });
}

function dataPlatform(config: Config): Promise<Finding> {
  return attempt('数据平台', async () => {
    const opened = await openRecord({ ...config.record, notice: () => {} });
    try {
      const platform = await openDataPlatform(config, opened, () => {});
      const problems = await unreadableSubjects(platform).finally(platform.close);
      if (problems.length > 0) throw new Error(`${platform.description}，读不到：${problems.join('；')}`);
      return `由${platform.description}回答，主题 ${platform.model.subjects.length} 个`;
    } finally {
      await opened.close();
    }
  });
}

async function redis({ queue }: Config): Promise<Finding> {
  if (!queue.redisUrl) return ok('任务队列', '没有设置 REDIS_URL，在进程内处理');
  return attempt('任务队列（Redis）', () => pingRedis(queue.redisUrl!));
}

async function chatModel({ model }: Config): Promise<Finding> {
  if (!model) return ok('大模型', '没有设置，全部由内置引擎回答');
  const reached = await fetch(`${model.url.replace(/\/$/u, '')}/models`, {
    headers: { authorization: `Bearer ${model.key}` },
    signal: AbortSignal.timeout(5000),
  }).catch(() => null);
  return reached?.ok
    ? ok('大模型', `${model.model} 可以连接`)
    : { part: '大模型', state: 'notice', detail: `${model.model} 暂时连不上，由内置引擎回答` };
}
