import type { TicketDraft } from '../../assistant/index.ts';
import type { DraftField, DraftFieldName } from '../http/hotline-types.ts';
import type { DraftedTicket } from './draft-ticket.ts';
import type { Decided } from './pins.ts';
import { suggestionId } from './suggestion-id.ts';

type Shown = Pick<DraftField, 'text' | 'value' | 'confidence' | 'heardIn'> & Partial<Pick<DraftField, 'alternatives'>>;

const grades: Record<TicketDraft['urgency'], string> = {
  U0: '险情', U1: '特急', U2: '紧急', U3: '一般', U4: '不急',
}; // biome-ignore format: a table

/** The fields of a draft as an operator sees them; `sureness` is the recogniser's of an utterance by its number. */
export function draftFieldsOf(
  { draft, items, heardIn }: DraftedTicket,
  { pins, rejected }: Decided,
  sureness: (sequences: readonly number[]) => number | null,
): DraftField[] {
  const { category, alternatives, place, dispatch } = draft;
  const placeText = [place.district, place.street, place.detail].filter(Boolean).join('') || place.text;
  const shown: Record<DraftFieldName, Shown> = {
    purpose: { text: draft.purpose, value: draft.purpose, confidence: null, heardIn: heardIn.complaint },
    category: {
      text: `${category.group} › ${category.name}`,
      value: category.code,
      confidence: alternatives.find((one) => one.category.code === category.code)?.p ?? null,
      heardIn: heardIn.complaint,
      alternatives: alternatives.map((one) => ({
        value: one.category.code,
        text: `${one.category.group} › ${one.category.name}`,
        p: one.p,
      })),
    },
    urgency: {
      text: `${draft.urgency} ${grades[draft.urgency]}`,
      value: draft.urgency,
      confidence: null,
      heardIn: heardIn.complaint,
    },
    place: { text: placeText, value: placeText, confidence: sureness(heardIn.place), heardIn: heardIn.place },
    items: {
      text: items.length > 0 ? items.map(({ text }) => text).join('；') : null,
      value: items.map(({ text }) => text),
      confidence: null,
      heardIn: [...new Set(items.flatMap((item) => item.heardIn))],
    },
    subject: { text: draft.subject ?? null, value: draft.subject ?? null, confidence: null, heardIn: [] },
    callback: {
      text: draft.callback ?? null,
      value: draft.callback ?? null,
      confidence: sureness(heardIn.callback),
      heardIn: heardIn.callback,
    },
  };
  return Object.entries(shown).map(([name, field]) => {
    const one = toField(name as DraftFieldName, field, pins[name as DraftFieldName] !== undefined);
    // A place is only as good as the unit that it names.
    if (name === 'place' && dispatch.missing.length > 0 && one.confidence !== null) one.confidence /= 2;
    return rejected.has(one.id) && name !== 'category'
      ? { ...one, id: `field-${name}-none`, text: null, value: null }
      : one;
  });
}

function toField(name: DraftFieldName, { alternatives = [], ...shown }: Shown, pinned: boolean): DraftField {
  const content = Array.isArray(shown.value) ? shown.value : [shown.value];
  const id = shown.text === null ? `field-${name}-none` : suggestionId(`field-${name}`, ...content);
  return { id, name, ...shown, alternatives, pinned, decision: null };
}
