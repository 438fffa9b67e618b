import { bareText } from './canonical-text.ts';

// Longest first: 服务中心 before 中心.
const suffixes = '派出所|办事处|委员会|服务中心|管理所|管委会|法院|大厅|窗口|中心|局';
/** Chinese has no spaces, so an office is known by its last syllables: the two characters before tell 医保局 from 公安局. */
const office = new RegExp(`([\\p{Script=Han}]{0,2})(${suffixes})`, 'gu');
/** Words that stand before an office and are no part of its name. */
const before = /.*[到去在由向找的和或及往从是为经与该各本有]/u;

/** The offices named in a text, each by the last characters of its name; a bare 「窗口」 names none. */
export function officesIn(text: string): string[] {
  return [...text.matchAll(office)].flatMap(([, name, suffix]) => {
    const own = name!.replace(before, '');
    return own === '' ? [] : [`${own}${suffix}`];
  });
}

/** The offices of `text` that none of `sources` names: sent to the wrong door, a citizen has been told something false. */
export function officesMissing(text: string, sources: readonly string[]): string[] {
  const held = sources.map(bareText);
  return officesIn(text).filter((name) => !held.some((source) => source.includes(bareText(name))));
}
