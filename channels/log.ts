import { type DestinationStream, type Logger, pino } from 'pino';
import { maskPersonalData } from '../assistant/index.ts';

/** A log line is a fact: a fixed sentence with fields. A citizen's words and contacts never get into it. */
export function createLog(level: string, destination: DestinationStream = pino.destination()): Logger {
  const options = {
    level,
    redact: {
      paths: [
        'req.headers.authorization',
        'req.headers.cookie',
        '*.text',
        '*.content',
        '*.password',
        '*.secret',
        '*.question',
      ],
      censor: '[masked]',
    },
    serializers: {
      err: (error: Error) => {
        const { type, message, stack, ...fields } = pino.stdSerializers.err(error);
        const code = 'code' in fields ? fields.code : undefined;
        return { type, message: maskPersonalData(message), stack: maskPersonalData(stack), code };
      },
      // A progress page's address holds its secret.
      req: (request: { method: string; url: string; id?: unknown }) => ({
        method: request.method,
        url: request.url.split('?')[0],
      }),
    },
  };
  return pino(options, destination);
}
