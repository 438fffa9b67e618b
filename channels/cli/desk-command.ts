import { readConfig } from '../config.ts';
import { type Desk, openDesk } from '../open-desk.ts';
import type { Services } from '../services.ts';
import { say } from './print.ts';
import { projectRoot } from './project-root.ts';

interface DeskNeeds {
  /** Loads the demo data platform first, when it is not there yet. */
  demoData?: boolean;
}

/** Opens the desk without a server, does one thing with it, and closes it whatever happens. */
export async function withDesk<T>(
  work: (services: Services, desk: Desk) => Promise<T>,
  { demoData = false }: DeskNeeds = {},
): Promise<T> {
  const root = projectRoot();
  const config = readConfig(process.env, root);
  const desk = await openDesk(config, { notice: say, runJobs: false });
  try {
    if (demoData) await desk.fillDemoData();
    return await work(desk.services, desk);
  } finally {
    await desk.close();
  }
}
