import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRecord } from '../../channels/store/open-record.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import { openDeskFolder, type StartedDesk, startDesk } from '../../channels/testing/start-desk.ts';
import { openBrowser } from '../testing/browser.ts';
import { breaks, type CuttingProxy, openCuttingProxy } from '../testing/cutting-proxy.ts';
import { drawFrom } from '../testing/draw.ts';
import { type CitizenTab, openCitizenTab } from './citizen-tab.ts';

const seed = Number(process.env.CUTS_SEED ?? Date.now() % 1_000_000);
const names = ['甲', '乙', '丙'];
const cutsEach = 36;
const killsAfter = [9, 18, 27];
const settings = { DEMO_DATA: 'false', CHAT_MESSAGES_PER_MINUTE: '600' };

interface Citizen {
  name: string;
  context: BrowserContext;
  network: CuttingProxy;
  tabs: CitizenTab[];
  random: () => number;
  cuts: number;
}

interface RecordedMessage {
  id: string;
  conversation_id: string;
  role: string;
  text: string;
  answers_message_id: string | null;
  outcome: string | null;
}

/** Random cuts between a real browser and a real desk: what was typed is there once, in order, answered once, in every tab. */
describeWith('chromium', `a network that breaks at random (seed ${seed})`, () => {
  let folder: Awaited<ReturnType<typeof openDeskFolder>>;
  let desk: StartedDesk;
  let browser: Browser;
  const citizens: Citizen[] = [];

  beforeAll(async () => {
    process.stdout.write(`cuts: CUTS_SEED=${seed}\n`);
    folder = await openDeskFolder();
    desk = await startDesk(folder.folder, settings);
    browser = await openBrowser();
    for (const [index, name] of names.entries()) citizens.push(await openCitizen(name, seed + index));
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    for (const { network } of citizens) await network.close();
    await desk?.stop();
    await folder?.dispose();
  });

  async function openCitizen(name: string, ownSeed: number): Promise<Citizen> {
    const random = drawFrom(ownSeed);
    const network = await openCuttingProxy(random);
    network.target = desk.address;
    const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' });
    const tabs = [await openCitizenTab(context, network.address), await openCitizenTab(context, network.address)];
    return { name, context, network, tabs, random, cuts: 0 };
  }

  const isOver = (citizen: Citizen) => citizen.cuts >= cutsEach;

  async function write(citizen: Citizen, tab: number): Promise<void> {
    for (let count = 1; !isOver(citizen); count += 1) {
      await citizen.tabs[tab]!.say(textOf(`${citizen.name}${tab}-${count}`, count));
      await pause(300 + 1500 * citizen.random());
    }
  }

  /** One break of whatever kind; a stall or an outage is over before the next begins, or not, as it comes. */
  async function breakOnce({ random, network, context, tabs }: Citizen): Promise<void> {
    const ms = 200 + 2000 * random();
    const kind = random();
    if (kind < 0.7) network.break(breaks[Math.floor(random() * breaks.length)]!, ms);
    else if (kind < 0.85) await tabs[Math.floor(random() * tabs.length)]!.reload();
    else {
      await context.setOffline(true);
      await pause(ms);
      await context.setOffline(false);
    }
  }

  async function cut(citizen: Citizen): Promise<void> {
    while (!isOver(citizen)) {
      await pause(100 + 2200 * citizen.random());
      // While the desk is down there is nothing to cut.
      while (citizen.network.target === null) await pause(50);
      await breakOnce(citizen);
      citizen.cuts += 1;
    }
  }

  /** kill -9 of the desk while all write, and another start. */
  async function killNowAndThen(): Promise<number> {
    for (const after of killsAfter) {
      while (!citizens.some(({ cuts }) => cuts >= after)) await pause(50);
      for (const { network } of citizens) network.target = null;
      await desk.kill();
      desk = await startDesk(folder.folder, settings);
      for (const { network } of citizens) network.target = desk.address;
    }
    return killsAfter.length;
  }

  async function recorded(): Promise<RecordedMessage[]> {
    const record = await openRecord({ dataFolder: folder.folder, notice: () => {} });
    const rows = await record.db
      .selectFrom('message')
      .select(['id', 'conversation_id', 'role', 'text', 'answers_message_id', 'reply'])
      .orderBy('conversation_id')
      .orderBy('sequence')
      .execute();
    await record.close();
    return rows.map(({ reply, ...row }) => ({ ...row, outcome: reply?.outcome ?? null }));
  }

  async function ticketSources(): Promise<(string | null)[]> {
    const record = await openRecord({ dataFolder: folder.folder, notice: () => {} });
    const rows = await record.db.selectFrom('ticket').select('source_message_id').execute();
    await record.close();
    return rows.map(({ source_message_id }) => source_message_id);
  }

  it(`loses nothing and doubles nothing over ${names.length * cutsEach} cuts and ${killsAfter.length} kills`, async () => {
    const [kills] = await Promise.all([
      killNowAndThen(),
      ...citizens.flatMap((citizen) => [cut(citizen), write(citizen, 0), write(citizen, 1)]),
    ]);
    expect(citizens.reduce((sum, { cuts }) => sum + cuts, kills)).toBeGreaterThanOrEqual(100);

    const typedBy = (citizen: Citizen) => citizen.tabs.reduce((sum, { typed }) => sum + typed.length, 0);
    const settled = async () => {
      const shown = await Promise.all(citizens.flatMap(({ tabs }) => tabs.map((tab) => tab.shown())));
      return shown.map(({ unsent, said, answers }) => [unsent, said.length, answers.length]);
    };
    const wanted = citizens.flatMap((citizen) => citizen.tabs.map(() => [0, typedBy(citizen), typedBy(citizen)]));
    await expect.poll(settled, { timeout: 300_000, interval: 500 }).toEqual(wanted);
    process.stdout.write(`cuts: ${wanted.map(([, count]) => count).join(' ')} messages in the tabs\n`);

    const rows = await recorded();
    for (const citizen of citizens) await expectExactlyOnce(citizen, rows);
    await expectOneTicketEach(rows);
  }, 900_000);

  async function expectExactlyOnce({ name, tabs }: Citizen, rows: RecordedMessage[]): Promise<void> {
    const own = rows.filter(({ role, text }) => role === 'citizen' && text.startsWith(name));
    for (const [index, { typed }] of tabs.entries()) {
      const ofTab = own.filter(({ text }) => text.startsWith(`${name}${index}-`)).map(({ text }) => text);
      expect(ofTab).toEqual(typed);
    }
    const conversations = new Set(own.map(({ conversation_id }) => conversation_id));
    expect(conversations.size).toBe(1);
    const answers = rows.filter(({ role, conversation_id }) => role === 'desk' && conversations.has(conversation_id));
    expect(answers.map(({ answers_message_id }) => answers_message_id).sort()).toEqual(own.map(({ id }) => id).sort());
    for (const tab of tabs) {
      const { said, answers: shown } = await tab.shown();
      expect(said).toEqual(own.map(({ text }) => text));
      expect(shown).toEqual(answers.map(({ id }) => id));
    }
  }

  async function expectOneTicketEach(rows: RecordedMessage[]): Promise<void> {
    const filed = rows
      .filter(({ outcome }) => outcome === 'ticket')
      .map(({ answers_message_id }) => answers_message_id);
    const sources = await ticketSources();
    expect(filed.length).toBeGreaterThan(0);
    expect(sources.map((source) => source?.split('/')[0]).sort()).toEqual(filed.sort());
  }
});

/** A complaint now and then, so that tickets are counted too; each text stands once in the whole test. */
function textOf(key: string, count: number): string {
  return count % 4 === 0 ? `${key} 渝中区大坪正街${count}号门口路灯不亮` : `${key} 上户口要带什么材料？`;
}
