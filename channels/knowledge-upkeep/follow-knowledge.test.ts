import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrangeKnowledge, type Knowledge, type KnowledgeParts, openKnowledge } from '../../knowledge/index.ts';
import { projectRoot } from '../cli/project-root.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { createCardQuestions } from './card-questions.ts';
import { createCardStore } from './card-store.ts';
import { type FollowedKnowledge, followKnowledge } from './follow-knowledge.ts';
import { createServedParts } from './served-parts.ts';

const corpusFolder = path.join(projectRoot(), 'knowledge/corpus');
const base = await openKnowledge({ corpusFolder });
const now = () => new Date('2026-11-23T02:00:00Z');
const today = '2026-11-23';

let record: DeskRecord;
let folder: string;
const open: FollowedKnowledge[] = [];
beforeEach(async () => {
  record = await openTestRecord();
  folder = await mkdtemp(path.join(tmpdir(), 'followed-'));
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await record.close();
  await rm(folder, { recursive: true });
});

/** Knowledge as one desk on the record follows it; the search itself is none of this test's business. */
async function follow(
  assemble = async (parts: KnowledgeParts): Promise<Knowledge> => ({
    ...base,
    ...arrangeKnowledge(parts),
    close: async () => {},
  }),
) {
  const notices: string[] = [];
  const notice = (text: string) => notices.push(text);
  const served = createServedParts({ db: record.db as never, authored: base.parts, documentsFolder: folder, notice });
  const followed = await followKnowledge({
    stateNow: served.state,
    partsNow: served.parts,
    assemble,
    listen: record.listen,
    notice,
  });
  open.push(followed);
  return { ...followed, notices };
}

function cards() {
  const db = record.db as unknown as Kysely<never>;
  const questions = createCardQuestions(db as never, now);
  return createCardStore({ db: db as never, now, authored: () => base.parts.cards, needsTwoPeople: false, questions });
}

async function publish(fee: string): Promise<number> {
  const store = cards();
  const { version } = await store.drafts.fromVersion('id-card', undefined, 'editor');
  const body = { ...(await store.body('id-card', version)), fees: [{ text: fee, certainty: 'official' as const }] };
  const { revision } = await store.drafts.save('id-card', version, { body, revision: 1, note: '', actor: 'editor' });
  await store.publication.publish('id-card', version, { revision, validFrom: today, note: '', actor: 'editor' });
  return version;
}
const feeIn = ({ handle }: Pick<FollowedKnowledge, 'handle'>) => handle.matters.find('id-card', today)?.fees[0]?.text;

describe('two desks on one record', () => {
  it('both answer from what is published, and no more from what is withdrawn', async () => {
    const desks = [await follow(), await follow()];
    const version = await publish('收费七元七角。');
    await vi.waitFor(() => expect(desks.map(feeIn)).toEqual(['收费七元七角。', '收费七元七角。']), 20_000);
    const { revision } = await cards().version('id-card', version);
    await cards().publication.withdraw('id-card', version, { revision, reason: '写错了', actor: 'editor' });
    await vi.waitFor(() => expect(desks.map(feeIn)).toEqual([undefined, undefined]), 20_000);
    expect(desks[0]!.handle.documents.find(`matter/id-card@${today}.v${version}`)?.text).toContain('七元七角');
  });
});

it('says nothing of what is withdrawn while the next state is still being computed', async () => {
  let finish: (() => void) | undefined;
  let isFirst = true;
  const desk = await follow(async (parts) => {
    if (!isFirst)
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    isFirst = false;
    return { ...base, ...arrangeKnowledge(parts), close: async () => {} };
  });
  expect(feeIn(desk)).toBeDefined();
  await cards().publication.withdraw('id-card', 0, { revision: 0, reason: '全部作废', actor: 'editor' });
  await vi.waitFor(() => expect(finish).toBeDefined(), 20_000);
  const [fee, hits] = [feeIn(desk), await desk.handle.search('身份证丢了怎么补办', { on: today })];
  finish!();
  expect(fee).toBeUndefined();
  expect(hits.length).toBeGreaterThan(0);
  expect(hits.filter(({ passage }) => passage.matterId === 'id-card')).toEqual([]);
});

it('goes on with what it has when the next state cannot be computed, and tells of it once', async () => {
  let isFirst = true;
  const desk = await follow(async (parts) => {
    if (!isFirst) throw new Error('no memory left');
    isFirst = false;
    return { ...base, ...arrangeKnowledge(parts), close: async () => {} };
  });
  await publish('收费七元七角。');
  await desk.caughtUp();
  await desk.caughtUp();
  expect(desk.notices).toEqual([expect.stringContaining('no memory left')]);
  expect(desk.handle.matters.find('passport', today)).not.toBeNull();
});

it('follows what the command line puts into the folder of documents', async () => {
  const desk = await follow();
  await writeFile(path.join(folder, 'a.md'), '---\ntitle: 索道通告\nvalidFrom: 2026-01-01\n---\n索道明天停运。\n');
  await desk.caughtUp();
  expect(desk.handle.documents.find('document/a@2026-01-01')?.title).toBe('索道通告');
});

describe('moves that are refused', () => {
  const store = () => cards();

  it('names what is missing of a draft', async () => {
    const { card_id, version } = await store().drafts.begin({
      id: 'cable-car',
      title: '索道年票',
      audience: 'personal',
      actor: 'a',
    });
    const publishing = store().publication.publish(card_id, version, {
      revision: 1,
      validFrom: today,
      note: '',
      actor: 'a',
    });
    await expect(publishing).rejects.toMatchObject({
      code: 'card_incomplete',
      details: { problems: expect.arrayContaining([{ path: 'lead', message: '不能为空' }]) },
    });
  });

  it('lets nobody take back what others have built upon', async () => {
    const version = await publish('收费七元七角。');
    const { revision } = await store().version('id-card', version);
    await store().drafts.fromVersion('id-card', undefined, 'b');
    await expect(store().publication.undo('id-card', version, { revision, actor: 'a' })).rejects.toMatchObject({
      code: 'undo_too_late',
    });
  });

  it('asks for a second person where the desk wants two', async () => {
    const needs = { db: record.db as never, now, authored: () => base.parts.cards, needsTwoPeople: true };
    const two = createCardStore({ ...needs, questions: createCardQuestions(record.db as never, now) });
    const { version } = await two.drafts.fromVersion('id-card', undefined, 'a');
    const publishBy = (actor: string) =>
      two.publication.publish('id-card', version, { revision: 1, validFrom: today, note: '', actor });
    await expect(publishBy('a')).rejects.toMatchObject({ code: 'second_person_needed' });
    await publishBy('b');
    expect(await two.version('id-card', version)).toMatchObject({
      state: 'published',
      createdBy: 'a',
      reviewedBy: 'b',
    });
  });
});
