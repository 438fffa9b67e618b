import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answersIn } from '../../../assistant/matters/pick-branches.ts';
import type { Fact } from '../../catalogue/fact.ts';
import type { MatterCard } from '../../catalogue/matter-card.ts';
import { matterInForce, readMatters } from '../../catalogue/read-matters.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const cards = await readMatters(folder);
const today = new Date().toISOString().slice(0, 10);
const inForce = cards.filter((card) => matterInForce(cards, card.id, today) === card);

/** Said for either of two matters: 生育津贴 or 育儿补贴; 企业注销 or 户口注销. The citizen is asked which. */
const ambiguous = new Set(['生育补贴', '注销']);

const branching = (card: MatterCard) => [
  ...card.components, ...card.conditions, ...card.materials, ...card.steps, ...card.limits,
  ...card.fees, ...card.rules, ...card.places, ...card.results, ...card.legal,
]; // biome-ignore format: every list of a card that may depend on an answer

/** Every fact that is served as a line of an answer; components are names, not sentences. */
function sentences(card: MatterCard): Fact[] {
  const effects = card.questions.flatMap(({ options }) => options.flatMap(({ effect }) => effect ?? []));
  const lists = [
    card.conditions,
    card.steps,
    card.limits,
    card.fees,
    card.rules,
    card.places,
    card.results,
    card.legal,
  ];
  return [card.summary, ...lists.flat(), ...effects, ...card.faqs.map(({ answer }) => answer)];
}

describe('the matter cards we ship', () => {
  it('has at least fifteen matters in force today', () => {
    expect(inForce.length).toBeGreaterThanOrEqual(15);
  });

  it('names each file after its matter, and a superseded version after its first day too', async () => {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
    const names = cards.map(({ id, validFrom, validTo }) => (validTo === null ? id : `${id}@${validFrom}`));
    expect(files).toEqual(names.map((name) => `${name}.yaml`));
  });

  it('serves the newborn matter with what is needed to register a child', () => {
    const names = matterInForce(cards, 'newborn-birth', today)?.materials.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([expect.stringContaining('户口簿'), '《出生医学证明》', '结婚证']));
  });

  it.each([
    ['minimum-living', '2025-03-01', '750 元'],
    ['minimum-living', '2026-11-23', '770 元'],
    ['retirement', '2024-12-31', '男职工年满 60 周岁'],
    ['retirement', '2025-01-01', '逐步延迟到 63 周岁'],
  ])('tells of %s what held on %s', (id, day, figure) => {
    const rules = matterInForce(cards, id, day)?.rules.map(({ text }) => text);
    expect(rules).toContainEqual(expect.stringContaining(figure));
  });

  it('writes every fact as one sentence that can stand alone', () => {
    const broken = cards.flatMap((card) => sentences(card).filter(({ text }) => !/^[^。\n]+。$/.test(text)));
    expect(broken.map(({ text }) => text)).toEqual([]);
  });

  it('names the document of every official fact, and of no other', () => {
    const facts = cards.flatMap((card) => [...sentences(card), ...branching(card)]);
    const wrong = facts.filter(({ certainty, source }) => (certainty === 'official') !== (source !== undefined));
    expect(wrong).toEqual([]);
  });

  it('asks only questions whose answer changes something', () => {
    const idle = cards.flatMap((card) => {
      const decisive = new Set(branching(card).flatMap(({ when }) => Object.keys(when ?? {})));
      const silent = card.questions.filter(({ id, options }) => !decisive.has(id) && !options.some((o) => o.effect));
      return silent.map(({ id }) => `${card.id}: ${id}`);
    });
    expect(idle).toEqual([]);
  });

  it('words every option so that saying or tapping it answers its own question with it', () => {
    const misread = cards.flatMap((card) =>
      card.questions.flatMap(({ id, options }) =>
        options.flatMap((option) =>
          [option.label, ...option.saidAs]
            .filter((words) => answersIn(words, card)[id] !== option.id)
            .map((words) => `${card.id}: ${id}=${option.id}: ${words}`),
        ),
      ),
    );
    expect(misread).toEqual([]);
  });

  // 「没有」 stands in half of what people say, and 「单位」 in the other half.
  it('labels no option with a word that answers nothing by itself', () => {
    const labels = inForce.flatMap(({ questions }) =>
      questions.flatMap(({ options }) => options.map(({ label }) => label)),
    );
    expect(
      labels.filter((label) => /^(有|没有|是|不是|都是|都不是|需要|不需要|不用|单位|本人|家里)$/u.test(label)),
    ).toEqual([]);
  });

  it('leaves no heading of a matter in force empty', () => {
    const headings = [
      'aliases', 'conditions', 'questions', 'materials', 'steps', 'limits', 'fees', 'places', 'results', 'faqs', 'legal',
    ] as const; // biome-ignore format: a list of words
    const empty = inForce.flatMap((card) =>
      headings.filter((heading) => card[heading].length === 0).map((heading) => `${card.id}: ${heading}`),
    );
    expect(empty).toEqual([]);
  });

  it('gives no alias to two matters, save the few that citizens do use for both', () => {
    const owners = inForce.flatMap(({ id, aliases }) => aliases.map((alias) => ({ alias, id })));
    const shared = owners.filter(({ alias, id }) => owners.some((other) => other.alias === alias && other.id !== id));
    expect(new Set(shared.map(({ alias }) => alias))).toEqual(ambiguous);
  });
});
