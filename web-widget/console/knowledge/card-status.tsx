import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { CardDetail } from '../../../channels/http/card-types.ts';
import { Facts } from '../parts/facts.tsx';
import { useWords } from '../words/use-words.tsx';
import { isReviewDue } from './card-list-view.ts';
import { CertaintyBar } from './certainty-bar.tsx';
import { versionPath } from './paths.ts';
import { today } from './today.ts';
import { WeekBars } from './week-bars.tsx';

/** How a card stands: what is in force, what is coming, how sure it is, what was asked. */
export function CardStatus({ card }: { card: CardDetail }) {
  const words = useWords().knowledge;
  const { inForce, upcoming, draft, reviewDue } = card;
  const version = (number: number, more: string) => `${words.card.versionOf(number)}，${more}`;
  return (
    <Facts
      facts={[
        [
          words.card.inForce,
          inForce
            ? version(inForce.version, words.card.days(inForce.validFrom, inForce.validTo))
            : words.card.nothingInForce,
        ],
        ...(upcoming
          ? [[words.standings.upcoming, version(upcoming.version, words.card.days(upcoming.validFrom, null))] as const]
          : []),
        ...(draft
          ? [
              [
                words.states.draft,
                <Anchor key="draft" component={Link} to={versionPath(card.id, draft.version)}>
                  {version(draft.version, words.cards.draftBy(draft.changedBy))}
                </Anchor>,
              ] as const,
            ]
          : []),
        [words.cards.lead, card.lead],
        [words.cards.sure, <CertaintyBar key="certainty" certainty={card.certainty} />],
        [
          words.cards.review,
          reviewDue && (
            <span key="review">
              {words.cards.reviewDue(reviewDue)}
              {isReviewDue(card, today()) && <strong className="pressing"> {words.cards.overdue}</strong>}
            </span>
          ),
        ],
        [words.cards.asked, <WeekBars key="weeks" weeks={card.weeks} />],
      ]}
    />
  );
}
