/** The place on the page that a suggestion or field is decided on at. */
export const targetAttribute = 'data-target';

const placeOf = (key: string) => document.querySelector<HTMLElement>(`[${targetAttribute}="${CSS.escape(key)}"]`);

/** Moves the focus there, after what is being shown has come to the page. */
export function focusTarget(key: string): void {
  requestAnimationFrame(() => placeOf(key)?.focus());
}

/** The utterance that something rests on, in the transcript. */
export const utteranceId = (sequence: number) => `utterance-${sequence}`;
export const focusUtterance = (sequence: number) => document.getElementById(utteranceId(sequence))?.focus();
