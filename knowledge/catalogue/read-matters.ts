import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { MatterCard } from './matter-card.ts';

/** An authored file of the corpus is wrong; the message names the file and the path of the field. */
export class CorpusInvalid extends Error {
  readonly code = 'corpus_invalid';
}

/**
 * Every version of every matter under `folder`, one YAML file each, in the order of their file names.
 * Throws `corpus_invalid` at the first file that does not parse, and when two versions of one matter overlap.
 */
export async function readMatters(folder: string): Promise<MatterCard[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const cards = await Promise.all(files.map((file) => readCard(join(folder, file))));
  refuseOverlaps(cards);
  return cards;
}

/** The version of a matter that holds on the day `on` (`2026-01-31`), or nothing when there is none. */
export function matterInForce(cards: readonly MatterCard[], id: string, on: string): MatterCard | undefined {
  return cards.find((card) => card.id === id && isInForce(card, on));
}

function isInForce({ validFrom, validTo }: MatterCard, on: string): boolean {
  // Calendar days in ISO form sort as text.
  return validFrom <= on && (validTo === null || on <= validTo);
}

async function readCard(file: string): Promise<MatterCard> {
  const written = readYaml(file, await readFile(file, 'utf8'));
  const card = MatterCard.safeParse(written);
  if (card.success) return card.data;
  const { path, message } = deepestIssue(card.error.issues);
  throw new CorpusInvalid(`${file}: ${path.join('/') || '(card)'}: ${message}`, { cause: card.error });
}

function readYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new CorpusInvalid(`${file}: not YAML: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

interface Found {
  path: PropertyKey[];
  message: string;
}

/**
 * A fact is a sentence or an object, so Zod reports a wrong object only as "Invalid input" of the whole fact. The
 * issue furthest inside is the one the author can act on.
 */
function deepestIssue(issues: readonly z.core.$ZodIssue[], above: PropertyKey[] = []): Found {
  const found = issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    const inside = issue.code === 'invalid_union' ? issue.errors.map((branch) => deepestIssue(branch, path)) : [];
    return inside.length > 0 ? inside : [{ path, message: issue.message }];
  });
  return found.reduce((best, next) => (next.path.length >= best.path.length ? next : best));
}

function refuseOverlaps(cards: readonly MatterCard[]): void {
  const byStart = cards.toSorted((a, b) => a.id.localeCompare(b.id) || a.validFrom.localeCompare(b.validFrom));
  for (const [index, card] of byStart.entries()) {
    const earlier = byStart[index - 1];
    if (earlier?.id !== card.id || !isInForce(earlier, card.validFrom)) continue;
    const versions = `${earlier.validFrom}..${earlier.validTo ?? ''} and ${card.validFrom}..${card.validTo ?? ''}`;
    throw new CorpusInvalid(`${card.id}: validFrom: versions overlap: ${versions}`);
  }
}
