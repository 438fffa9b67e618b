import { findPersonalData, maskPersonalData } from '../../assistant/index.ts';

/**
 * What may be kept of an output: every piece of personal data that stands in the raw messages is masked wherever it comes
 * up again, also written in half width or without its gaps. Numbers of offices, which come from documents, stay: an answer
 * without them could not be scored again.
 */
export function withoutSaid<T>(output: T, rawInput: unknown): T {
  const said = new Map<string, string>();
  for (const text of textsIn(rawInput))
    for (const { start, end } of findPersonalData(text)) {
      const raw = text.slice(start, end);
      for (const form of writtenAlso(raw)) said.set(form, maskPersonalData(raw));
    }
  if (said.size === 0) return output;
  // The longest first: a number that holds another must not be left in halves.
  const forms = [...said].toSorted(([a], [b]) => b.length - a.length);
  const clean = (text: string) => forms.reduce((left, [form, mask]) => left.replaceAll(form, mask), text);
  return mapTexts(output, clean);
}

/** An error's text is written by strangers (drivers, models): passwords in addresses and keys are struck out. */
export function withoutSecrets(text: string): string {
  return maskPersonalData(text)
    .replace(/(\w+:\/\/)[^\s/@]+@/g, '$1***@')
    .replace(/\b(?:sk|pk|rk)-[\w-]{8,}/g, '***')
    .replace(/\b(bearer|basic|api[-_ ]?key|token|password|passwd|secret)(["'\s:=]+)[^\s"',;]{4,}/gi, '$1$2***');
}

const shortestFound = 2;

/** One character is no personal data that could be found again without hitting innocent words. */
function writtenAlso(raw: string): string[] {
  const halfWidth = raw.normalize('NFKC');
  return [...new Set([raw, halfWidth, halfWidth.replace(/[\s\-‐–—]/g, '')])].filter(
    ({ length }) => length >= shortestFound,
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

function mapTexts<T>(value: T, clean: (text: string) => string): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, clean)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, mapTexts(held, clean)])) as T;
}
