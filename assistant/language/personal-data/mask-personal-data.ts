import { findPersonalData } from './find-personal-data.ts';
import { personalDataNames } from './personal-data-span.ts';

/** The text with each piece of personal data replaced by its kind: 「〔电话〕」. Places without a house number stay. */
export function maskPersonalData(text: string): string {
  let masked = '';
  let from = 0;
  for (const { type, start, end } of findPersonalData(text)) {
    masked += `${text.slice(from, start)}〔${personalDataNames[type]}〕`;
    from = end;
  }
  return masked + text.slice(from);
}
