import path from 'node:path';
import { z } from 'zod';

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

/** Every setting, with its default; `.env.example` explains each of them. */
const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_FOLDER: z.string().default('data'),
  DATABASE_URL: optional,
  REDIS_URL: optional,
  CHAT_MODEL_URL: optional,
  CHAT_MODEL: optional,
  CHAT_MODEL_KEY: optional,
  CHAT_MODEL_TIMEOUT_MS: z.coerce.number().int().min(100).default(20_000),
  HOTLINE_KEY: optional,
  CHAT_MESSAGES_PER_MINUTE: z.coerce.number().int().min(1).default(30),
  CHAT_MESSAGES_PER_MINUTE_OF_ADDRESS: z.coerce.number().int().min(1).default(600),
  EMBED_ORIGINS: z.string().default('*'),
  REVIEW_SAMPLE_SHARE: z.coerce.number().min(0).max(1).default(0.02),
  REVIEW_CONFIDENCE_BELOW: z.coerce.number().min(0).max(1).default(0.5),
  DEMO_DATA: z.stringbool().default(true),
  DATA_PLATFORM_URL: optional,
  DATA_PLATFORM_FILES: optional,
  DATA_PLATFORM_MODEL: optional,
  CARDS_NEED_TWO_PEOPLE: z.stringbool().default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export class ConfigError extends Error {
  readonly code = 'config_invalid';
}

export type Config = ReturnType<typeof readConfig>;

/** Reads the environment, once. @throws ConfigError with a sentence that names the setting */
export function readConfig(env: NodeJS.ProcessEnv, root: string) {
  const result = Env.safeParse(env);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ConfigError(`The setting ${issue?.path.join('.')} is wrong: ${issue?.message}. See .env.example.`);
  }
  const settings = result.data;
  return {
    http: {
      port: settings.PORT,
      host: settings.HOST,
      embedOrigins: settings.EMBED_ORIGINS.split(',').map((origin) => origin.trim()),
    },
    record: { dataFolder: path.resolve(root, settings.DATA_FOLDER), databaseUrl: settings.DATABASE_URL },
    knowledge: { corpusFolder: path.join(root, 'knowledge/corpus') },
    cards: { needTwoPeople: settings.CARDS_NEED_TWO_PEOPLE },
    queue: { redisUrl: settings.REDIS_URL },
    model: modelOf(settings),
    chat: {
      messagesPerMinute: settings.CHAT_MESSAGES_PER_MINUTE,
      messagesPerMinuteOfAddress: settings.CHAT_MESSAGES_PER_MINUTE_OF_ADDRESS,
    },
    hotline: { key: settings.HOTLINE_KEY ?? null },
    review: { sampleShare: settings.REVIEW_SAMPLE_SHARE, confidenceBelow: settings.REVIEW_CONFIDENCE_BELOW },
    demoData: settings.DEMO_DATA,
    dataPlatform: dataPlatformOf(settings, root),
    log: { level: settings.LOG_LEVEL },
    web: { folder: path.join(root, 'dist/web') },
  };
}

function dataPlatformOf(
  { DATA_PLATFORM_URL: url, DATA_PLATFORM_FILES, DATA_PLATFORM_MODEL }: z.infer<typeof Env>,
  root: string,
) {
  if (url && DATA_PLATFORM_FILES)
    throw new ConfigError('DATA_PLATFORM_URL and DATA_PLATFORM_FILES name two data platforms: set one of them.');
  if (url && !/^postgres(?:ql)?:\/\//u.test(url))
    throw new ConfigError('DATA_PLATFORM_URL must begin with postgres://; for files set DATA_PLATFORM_FILES.');
  const inRoot = (name: string | undefined) => (name === undefined ? undefined : path.resolve(root, name));
  return { url, files: inRoot(DATA_PLATFORM_FILES), model: inRoot(DATA_PLATFORM_MODEL) };
}

function modelOf({ CHAT_MODEL_URL, CHAT_MODEL, CHAT_MODEL_KEY, CHAT_MODEL_TIMEOUT_MS }: z.infer<typeof Env>) {
  if (!CHAT_MODEL_URL && !CHAT_MODEL) return null;
  if (!CHAT_MODEL_URL || !CHAT_MODEL)
    throw new ConfigError('CHAT_MODEL_URL and CHAT_MODEL go together: set both to use a chat model, or neither.');
  // Local endpoints often want no key, but the protocol always sends one.
  return { url: CHAT_MODEL_URL, model: CHAT_MODEL, key: CHAT_MODEL_KEY ?? 'none', timeoutMs: CHAT_MODEL_TIMEOUT_MS };
}
