import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMatters } from '../../knowledge/catalogue/read-matters.ts';
import { toDocument } from '../../knowledge/index.ts';
import { projectRoot } from '../cli/project-root.ts';
import { diffCards } from './diff-cards.ts';
import { draftsOfGuide, mattersOfGuide } from './drafts-of-guide.ts';
import { readCard, toCardBody } from './read-card.ts';

const cards = await readMatters(path.join(projectRoot(), 'knowledge/corpus/matters'));
const idCard = cards.find(({ id }) => id === 'id-card')!;
const now = new Date('2026-11-23T02:00:00Z');

/** A synthetic guide: its figures are invented. */
const guideOf = (name: string) =>
  toDocument({
    id: 'document/guide',
    title: '办事指南',
    text: `事项名称：${name}\n一、受理条件\n1. 年满十六周岁\n二、申请材料\n1. 户口簿原件\n三、承诺时限：7个工作日\n四、收费标准：九元九角\n五、办理地点：派出所\n`,
    validFrom: '2026-01-01',
    validTo: null,
  });

describe('a matter that goes by the name of a card', () => {
  const [draft] = draftsOfGuide(guideOf('居民身份证办理'), cards, now);

  it('is another version of it: what the guide says goes first, what it does not speak of stays', () => {
    expect(draft!.known).toBe(idCard);
    expect(draft!.body).toMatchObject({ id: 'id-card', aliases: idCard.aliases, validFrom: '2026-11-23' });
    expect(draft!.body.fees.map(({ text }) => text)).toEqual(['收费标准：九元九角。']);
    expect(draft!.body.steps.map(({ text }) => text)).toEqual(idCard.steps.map(({ text }) => text));
    expect(readCard(draft!.body, 1).problems).toEqual([]);
  });

  it('is known by an everyday name, too, and without the words around it', () => {
    expect(mattersOfGuide(guideOf('重庆市居民身份证办理服务'), cards)).toMatchObject([
      { cardId: 'id-card', isNew: false },
    ]);
    expect(mattersOfGuide(guideOf('补身份证'), cards)).toMatchObject([{ cardId: 'id-card', isNew: false }]);
  });
});

it('gives a new matter an id of its own, the same each time, and the problems that keep it from being published', () => {
  const [draft] = draftsOfGuide(guideOf('索道年票'), cards, now);
  expect(draft!.known).toBeNull();
  expect(mattersOfGuide(guideOf('索道年票'), cards)[0]!.cardId).toBe(draft!.body.id);
  expect(readCard(draft!.body, 1).problems.map(({ path }) => path)).toEqual(['summary/text', 'lead']);
});

describe('two versions beside each other', () => {
  const before = toCardBody(idCard);
  const kinds = (after: typeof before) =>
    diffCards(before, after).flatMap(({ kind, section }) => (kind === 'same' ? [] : [`${section} ${kind}`]));

  it('differ in nothing when nothing was changed', () => {
    expect(kinds(before)).toEqual([]);
  });

  it('differ by the line that was changed, added or removed, and by how sure it is', () => {
    const added = { text: '周末也办理。', certainty: 'memory' as const };
    const unsure = { ...before.steps[0]!, certainty: 'uncertain' as const };
    const after = {
      ...before,
      places: [...before.places, added],
      materials: before.materials.slice(1),
      steps: [unsure, ...before.steps.slice(1)],
    };
    expect(kinds(after)).toEqual(['materials removed', 'steps changed', 'places added']);
  });
});
