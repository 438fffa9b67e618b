/** A text as a reader hears it, with the way back to the text as it came. */
export interface ReadableText {
  /** Full width and other forms of digits and letters made plain, invisible characters left out. */
  plain: string;
  /** `plain` with Chinese digits as digits too; as long as `plain`. */
  spoken: string;
  /** The offset in the source of each character of `plain`, and of its end. */
  offsets: Uint32Array;
}

const invisible = /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|\ufe0e|\ufe0f|\ufeff/u;

/** 洞幺两拐勾 are how digits are said where they must not be misheard. */
const digitOf: Record<string, string> = Object.fromEntries(
  ['零〇○洞', '一壹幺么', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒拐', '八捌', '九玖勾'].flatMap(
    (forms, digit) => [...forms].map((form) => [form, String(digit)]),
  ),
);

/** Folds character by character, so that what is found in the views can be said in offsets of the source. */
export function toReadable(text: string): ReadableText {
  const plain: string[] = [];
  const spoken: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (invisible.test(unit)) continue;
    const folded = foldedUnit(unit);
    plain.push(folded);
    spoken.push(digitOf[folded] ?? folded);
    offsets.push(at);
  }
  offsets.push(text.length);
  return { plain: plain.join(''), spoken: spoken.join(''), offsets: Uint32Array.from(offsets) };
}

/** NFKC where it keeps one unit for one: １ ① ａ ＠ become 1 1 a @. */
function foldedUnit(unit: string): string {
  if (unit < '\u2000') return unit;
  const code = unit.charCodeAt(0);
  // The ideographs and halves of surrogate pairs are the bulk of a text and have nothing to fold.
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xd800 && code <= 0xdfff)) return unit;
  const folded = unit.normalize('NFKC');
  return folded.length === 1 ? folded : unit;
}
