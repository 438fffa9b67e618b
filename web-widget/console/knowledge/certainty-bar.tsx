import type { CardSummary } from '../../../channels/http/card-types.ts';
import { useWords } from '../words/use-words.tsx';
import { officialShare } from './card-list-view.ts';

const widthPx = 120;
const heightPx = 10;

/** How much of a card was read in public documents, how much is general knowledge, how much is unsure. */
export function CertaintyBar({ certainty }: { certainty: CardSummary['certainty'] }) {
  const words = useWords().knowledge.cards;
  const { official, memory, uncertain } = certainty;
  const all = Math.max(1, official + memory + uncertain);
  const wide = (count: number) => (count / all) * widthPx;
  return (
    <span className="certainty-bar">
      <svg width={widthPx} height={heightPx} role="img" aria-label={words.sureOf(official, memory, uncertain)}>
        <title>{words.sureOf(official, memory, uncertain)}</title>
        <rect width={widthPx} height={heightPx} className="none" />
        <rect width={wide(official)} height={heightPx} className="official" />
        <rect x={wide(official)} width={wide(memory)} height={heightPx} className="memory" />
        <rect x={wide(official) + wide(memory)} width={wide(uncertain)} height={heightPx} className="uncertain" />
      </svg>
      <span className="counts">{words.officialShare(`${Math.round(officialShare(certainty) * 100)}%`)}</span>
    </span>
  );
}
