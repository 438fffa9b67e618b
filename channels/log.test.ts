import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('holds no words or secrets of a citizen', () => {
    const line = logged((log) =>
      log.info(
        {
          message: { text: '我家在大坪', content: '漏水' },
          session: { password: 'p4ss' },
          ticket: { secret: 'GA9NC7K8' },
        },
        'stored',
      ),
    );
    expect(line).not.toMatch(/大坪|漏水|p4ss|GA9NC7K8/);
  });

  it('masks what an error quotes', () => {
    const line = logged((log) => log.error({ err: new Error('cannot parse 13812345678') }, 'failed'));
    expect(line).toContain('cannot parse');
    expect(line).not.toContain('13812345678');
  });

  it('names a request without its query, where a progress secret stands', () => {
    const line = logged((log) =>
      log.info({ req: { method: 'GET', url: '/api/ticket-progress/1?secret=GA9NC7K8' } }, 'request'),
    );
    expect(line).toContain('/api/ticket-progress/1');
    expect(line).not.toContain('GA9NC7K8');
  });
});
