import type { WeekOfQuestions } from '../../../channels/http/card-types.ts';
import { useWords } from '../words/use-words.tsx';

const heightPx = 28;
const barPx = 8;
const gapPx = 3;

/** Hits stacked on misses, week by week; the numbers themselves are in the name and in each bar's title. */
export function WeekBars({ weeks }: { weeks: readonly WeekOfQuestions[] }) {
  const words = useWords().knowledge.cards;
  const most = Math.max(1, ...weeks.map(({ hits, misses }) => hits + misses));
  const sum = (name: 'hits' | 'misses') => weeks.reduce((total, week) => total + week[name], 0);
  if (sum('hits') + sum('misses') === 0) return <span className="quiet">{words.noAsked}</span>;
  const tall = (count: number) => (count / most) * heightPx;
  return (
    <span className="week-bars">
      <svg
        width={weeks.length * (barPx + gapPx)}
        height={heightPx + 1}
        role="img"
        aria-label={words.weeks(sum('hits'), sum('misses'))}
      >
        <line x1="0" x2="100%" y1={heightPx + 0.5} y2={heightPx + 0.5} className="base" />
        {weeks.map(({ week, hits, misses }, at) => (
          <g key={week}>
            <title>{words.week(week, hits, misses)}</title>
            <rect
              x={at * (barPx + gapPx)}
              y={heightPx - tall(hits)}
              width={barPx}
              height={tall(hits)}
              className="hits"
            />
            <rect
              x={at * (barPx + gapPx)}
              y={heightPx - tall(hits + misses)}
              width={barPx}
              height={tall(misses)}
              className="misses"
            />
          </g>
        ))}
      </svg>
      <span className="counts">
        {words.hits} {sum('hits')} · {words.misses} {sum('misses')}
      </span>
    </span>
  );
}
