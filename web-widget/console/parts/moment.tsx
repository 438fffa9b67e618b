import { toMoment } from '../../widget/moments.ts';
import { useWords } from '../words/use-words.tsx';

/** A moment in Chongqing's time, or a dash. */
export function Moment({ at }: { at: string | null }) {
  const { locale } = useWords();
  return at === null ? <>—</> : <time dateTime={at}>{toMoment(at, locale)}</time>;
}
