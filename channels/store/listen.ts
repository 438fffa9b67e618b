import pg from 'pg';

export interface Listening {
  close(): Promise<void>;
}

const retryMs = 1000;

/**
 * Calls back at every NOTIFY on a channel, and once after each connection. It is a wake-up, never the work itself: what is
 * sent while the connection is broken is lost, so the caller looks by itself now and then as well.
 */
export function listen(connection: pg.ClientConfig, channel: string, onNotify: (payload: string) => void): Listening {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isClosing = false;
  let opening = open();

  async function open(): Promise<void> {
    const next = new pg.Client({ ...connection, keepAlive: true });
    next.on('notification', ({ payload }) => onNotify(payload ?? ''));
    next.on('error', () => {}); // the connection ends after it, and that is what is acted upon
    try {
      await next.connect();
      await next.query(`listen ${next.escapeIdentifier(channel)}`);
    } catch {
      return openLater();
    }
    next.once('end', openLater);
    client = next;
    onNotify('');
  }

  function openLater(): void {
    if (isClosing) return;
    retry = setTimeout(() => {
      opening = open();
    }, retryMs);
  }

  return {
    async close() {
      isClosing = true;
      clearTimeout(retry);
      await opening;
      await client?.end().catch(() => {});
    },
  };
}
