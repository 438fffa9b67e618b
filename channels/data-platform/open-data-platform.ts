import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import {
  createPostgresEngine,
  createRollupStates,
  type DataEngine,
  DataQueryError,
  openDuckDb,
  type RollupStates,
} from '../../assistant/index.ts';
import { readSemanticModel, type SemanticModel } from '../../knowledge/index.ts';
import type { Config } from '../config.ts';
import type { DeskRecord } from '../store/open-record.ts';

/** What cadres' questions are put to, with the semantic model that says what may be asked. */
export interface DataPlatform {
  /** `desk`: the record's own schema, with live tickets and the demo; `warehouse`: the city's PostgreSQL; `files`: DuckDB. */
  kind: 'desk' | 'warehouse' | 'files';
  model: SemanticModel;
  engine: DataEngine;
  rollups?: RollupStates;
  /** One phrase for people. */
  description: string;
  close(): Promise<void>;
}

/** Few, because the warehouse serves others too. */
const warehouseConnections = 4;

/** Opens what the settings name; without a setting the desk's own data answer. @throws DataQueryError `data_source_invalid` */
export async function openDataPlatform(
  { dataPlatform, knowledge }: Pick<Config, 'dataPlatform' | 'knowledge'>,
  record: Pick<DeskRecord, 'readerPool' | 'description'>,
  notice: (text: string) => void,
): Promise<DataPlatform> {
  const { url, files } = dataPlatform;
  const model = await readSemanticModel(knowledge.corpusFolder, modelFileOf(dataPlatform));
  if (url) return openWarehouse(url, model, notice);
  if (files) return openFiles(files, model);
  const engine = createPostgresEngine(record.readerPool);
  const rollups = createRollupStates(engine, model);
  const description = `本台的数据（${record.description}）`;
  return { kind: 'desk', model, engine, rollups, description, close: async () => {} };
}

/** The model beside the files, unless another is named; undefined is the one of the demo platform. */
function modelFileOf({ files, model }: Config['dataPlatform']): string | undefined {
  if (model || !files) return model;
  const folder = statSync(files, { throwIfNoEntry: false })?.isDirectory() ? files : path.dirname(files);
  const beside = path.join(folder, 'model.yaml');
  if (existsSync(beside)) return beside;
  throw new DataQueryError(
    'data_source_invalid',
    `${files} 旁边没有数据模型 model.yaml：先运行 npx yuwen data model draft ${files} --out ${beside}，核对后再启动。`,
  );
}

async function openWarehouse(url: string, model: SemanticModel, notice: (text: string) => void): Promise<DataPlatform> {
  const pool = new pg.Pool({
    connectionString: url,
    max: warehouseConnections,
    connectionTimeoutMillis: 5_000,
    options: '-c timezone=Asia/Shanghai -c default_transaction_read_only=on',
  });
  pool.on('error', (error) => notice(`The data platform dropped a connection: ${error.message}`));
  const engine = createPostgresEngine(pool);
  const description = `市级数据仓库（PostgreSQL，${placeOf(url)}）`;
  try {
    await refuseSuperuser(engine);
  } catch (error) {
    // A warehouse that is away comes back by itself; a role that may do everything does not become harmless.
    if (!(error instanceof DataQueryError) || error.code === 'data_source_invalid') {
      await pool.end();
      throw error;
    }
    notice(`数据平台现在连不上，其他功能不受影响：${description}。The data platform is away.`);
  }
  return { kind: 'warehouse', model, engine, description, close: () => pool.end() };
}

async function refuseSuperuser(engine: DataEngine): Promise<void> {
  const sql = 'select rolsuper or rolbypassrls as mighty, rolname as role from pg_roles where rolname = current_user';
  const [row] = await engine.run(sql, [], { timeoutMs: 5_000 });
  if (row?.mighty)
    throw new DataQueryError(
      'data_source_invalid',
      `DATA_PLATFORM_URL 用的角色 ${row.role} 权限过大（超级用户或可绕过行级权限）：请换成只能查询数据表的角色。`,
    );
}

async function openFiles(files: string, model: SemanticModel): Promise<DataPlatform> {
  const [first] = model.subjects;
  const schema = first?.relation.includes('.') ? first.relation.split('.')[0]! : 'main';
  const engine = await openDuckDb({ source: files, schema });
  return { kind: 'files', model, engine, description: engine.description, close: engine.close };
}

/** Host and database, without who logs in and how. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** Subjects of the model whose table cannot be read, each with the reason. */
export async function unreadableSubjects({ model, engine }: Pick<DataPlatform, 'model' | 'engine'>): Promise<string[]> {
  const problems: string[] = [];
  for (const { label, relation } of model.subjects) {
    const name = relation
      .split('.')
      .map((part) => `"${part}"`)
      .join('.');
    await engine.run(`select 1 as one from ${name} limit 1`, [], { timeoutMs: 5_000 }).catch((error: Error) => {
      problems.push(`${label}（${relation}）：${error.message}`);
    });
  }
  return problems;
}
