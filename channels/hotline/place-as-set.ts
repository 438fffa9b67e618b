import type { TicketDraft } from '../../assistant/index.ts';

type Place = TicketDraft['place'];

/**
 * A place in a person's words, with what is known of it. Nothing of what they set is lost: what no division's name covers
 * is the place's detail.
 */
export function placeAsSet(typed: string, known: Place): Place {
  // An old name is put right by its note, and would stand twice beside the new one.
  if (known.detail !== null || (known.note !== null && known.district !== null)) return { ...known, text: typed };
  const rest = [known.district, known.street, known.community].reduce<string>(withoutName, typed).trim();
  return { ...known, text: typed, detail: rest || null };
}

/** 「大坪」 stands for 「大坪街道」, too. */
function withoutName(left: string, name: string | null | undefined): string {
  if (!name) return left;
  const short = name.replace(/(?:街道|镇|乡|社区|村)$/u, '');
  return left.includes(name) ? left.replace(name, '') : left.replace(short, '');
}
