import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** How a line breaks; each of them is what some real network does. */
export const breaks = ['cut', 'half-close', 'stall', 'cut-in-answer', 'refuse'] as const;
export type Break = (typeof breaks)[number];

export interface CuttingProxy {
  /** Stays the same whatever stands behind. */
  readonly address: string;
  /** Where connections go from now on; null while nothing is there. */
  target: string | null;
  /** Breaks every line there is, in that manner, for about so long. */
  break(how: Break, ms: number): void;
  close(): Promise<void>;
}

interface Line {
  near: Socket;
  far: Socket;
  /** Bytes from the desk after which the line is cut; null while it may live. */
  left: number | null;
}

/** A network between a browser and a desk that breaks when it is told to; `random` draws what is left open. */
export async function openCuttingProxy(random: () => number): Promise<CuttingProxy> {
  const lines = new Set<Line>();
  let target: string | null = null;
  let refusesUntil = 0;

  const drop = (line: Line) => {
    lines.delete(line);
    line.near.destroy();
    line.far.destroy();
  };
  const server: Server = createServer((near) => {
    if (target === null || Date.now() < refusesUntil) return near.destroy();
    const { hostname, port } = new URL(target);
    const line: Line = { near, far: connect(Number(port), hostname), left: null };
    lines.add(line);
    for (const end of [near, line.far]) end.on('error', () => drop(line)).on('close', () => drop(line));
    near.pipe(line.far);
    line.far.on('data', (data) => hand(line, data));
    line.far.on('end', () => near.end());
  });

  /** Cut in the middle of what the desk answers: the message is in the record, its acknowledgement never arrives whole. */
  function hand(line: Line, data: Buffer): void {
    if (line.left === null) return void line.near.write(data);
    line.near.write(data.subarray(0, line.left));
    line.left -= data.length;
    if (line.left <= 0) setImmediate(() => drop(line));
  }

  const breakLine: Record<Break, (line: Line, ms: number) => void> = {
    cut: drop,
    'half-close': ({ near, far }) => (random() < 0.5 ? near.end() : far.end()),
    stall(line, ms) {
      line.near.pause();
      line.far.pause();
      // Some wake up again, and what was on its way arrives late; the others are gone.
      const resume = () => {
        line.near.resume();
        line.far.resume();
      };
      setTimeout(random() < 0.5 ? resume : () => drop(line), ms).unref();
    },
    'cut-in-answer': (line) => {
      line.left = 20 + Math.floor(random() * 300);
    },
    refuse: drop,
  };

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get target() {
      return target;
    },
    set target(address) {
      target = address;
    },
    break(how, ms) {
      if (how === 'refuse') refusesUntil = Date.now() + ms;
      for (const line of [...lines]) breakLine[how](line, ms);
    },
    async close() {
      for (const line of [...lines]) drop(line);
      await new Promise((closed) => server.close(closed));
    },
  };
}
