import type { Drain } from './drain.ts';

/** Does the jobs in this process while Redis is away for longer than the grace. */
export interface StandIn {
  redisAnswered(): Promise<void>;
  redisFailed(error: Error): void;
  close(): Promise<void>;
}

export function createStandIn(options: {
  graceMs: number;
  openDrain: () => Drain;
  notice: (text: string) => void;
}): StandIn {
  const { graceMs, openDrain, notice } = options;
  let awaySince: number | undefined;
  let drain: Drain | undefined;

  async function dismiss(): Promise<void> {
    const dismissed = drain;
    drain = undefined;
    await dismissed?.close();
  }

  return {
    async redisAnswered() {
      awaySince = undefined;
      if (!drain) return;
      notice('Redis answers again; its workers do the jobs.');
      await dismiss();
    },
    redisFailed(error) {
      awaySince ??= Date.now();
      if (drain || Date.now() - awaySince < graceMs) return;
      notice(`Redis does not answer (${error.message}); this process does the jobs itself until it does.`);
      drain = openDrain();
    },
    close: dismiss,
  };
}
