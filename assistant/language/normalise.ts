import type { DialectWord, Lexicon } from '../../knowledge/index.ts';

export interface Change {
  from: string;
  to: string;
}

export interface Normalised {
  text: string;
  /** The dialect words that were replaced, in the order of the text. */
  changes: Change[];
}

interface Rule extends Change {
  /** Sticky, matching the word itself where its context allows it; null when it may be replaced anywhere. */
  context: RegExp | null;
}

const han = '\\p{Script=Han}';
const fullWidth: Record<string, string> = { ',': '，', '?': '？', '!': '！', ';': '；', ':': '：' };

/**
 * Standard Chinese of a message: one width, one set of punctuation, and the words of the dialect replaced by standard
 * ones where the lexicon says so. Pure; the caller keeps the raw text.
 */
export function normalise(text: string, lexicon: Lexicon): Normalised {
  return replaceDialect(tidy(text), rulesOf(lexicon));
}

/** One width, no invisible characters, single blanks and none beside Chinese, Chinese punctuation after Chinese. */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(new RegExp(`(?<=${han}) (?=${han})`, 'gu'), '，')
    .replace(new RegExp(`(?<=${han}) | (?=${han})`, 'gu'), '')
    .replace(new RegExp(`(?<=${han})[,?!;:]+`, 'gu'), (marks) => [...marks].map((mark) => fullWidth[mark]).join(''))
    .replace(/([，。！？；、])\1+/gu, '$1')
    .trim();
}

/** At each place the longest word whose context allows it wins; what was put in is not looked at again. */
function replaceDialect(text: string, rules: Map<string, Rule[]>): Normalised {
  const changes: Change[] = [];
  let written = '';
  for (let at = 0; at < text.length; ) {
    const rule = (rules.get(text[at]!) ?? []).find((candidate) => appliesAt(candidate, text, at));
    if (rule) changes.push({ from: rule.from, to: rule.to });
    written += rule?.to ?? text[at];
    at += rule?.from.length ?? 1;
  }
  return { text: written, changes };
}

function appliesAt({ from, context }: Rule, text: string, at: number): boolean {
  if (!text.startsWith(from, at)) return false;
  if (context === null) return true;
  context.lastIndex = at;
  return context.test(text);
}

// A lexicon is read once and lives as long as the process; its rules are worth keeping.
const compiled = new WeakMap<Lexicon, Map<string, Rule[]>>();

/** Rules by first character, longest word first. */
function rulesOf(lexicon: Lexicon): Map<string, Rule[]> {
  const known = compiled.get(lexicon);
  if (known) return known;
  const rules = new Map<string, Rule[]>();
  const longestFirst = lexicon.dialect.toSorted((a, b) => b.word.length - a.word.length);
  for (const word of longestFirst) {
    const first = word.word[0]!;
    rules.set(first, [...(rules.get(first) ?? []), toRule(word)]);
  }
  compiled.set(lexicon, rules);
  return rules;
}

/** A word without a swap is kept as it is, and keeps shorter words inside it from being swapped. */
function toRule({ word, swap, context }: DialectWord): Rule {
  const pattern = context?.replaceAll('~', `(?:${escaped(word)})`);
  return { from: word, to: swap ?? word, context: pattern === undefined ? null : new RegExp(pattern, 'uy') };
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
