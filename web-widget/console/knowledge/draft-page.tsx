import { Anchor, Stack } from '@mantine/core';
import { Link, Navigate, useParams } from 'react-router';
import type { CardDetail, CardVersionDetail } from '../../../channels/http/card-types.ts';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { cardPath } from './paths.ts';
import { useCard, useVersion } from './use-cards.ts';

/** A draft to work on; a version that is none any more is shown on its card's page. */
export function DraftPage() {
  const { id = '', version = '' } = useParams();
  const words = useWords().knowledge.card;
  const card = useCard(id);
  const draft = useVersion(id, Number(version));
  return (
    <Stack>
      <Anchor component={Link} to={cardPath(id)}>
        ← {card.data?.title || words.back}
      </Anchor>
      <Read query={card}>{(card) => <Read query={draft}>{(draft) => <Shown card={card} draft={draft} />}</Read>}</Read>
    </Stack>
  );
}

function Shown({ card, draft }: { card: CardDetail; draft: CardVersionDetail }) {
  if (draft.state !== 'draft') return <Navigate to={`${cardPath(card.id)}?version=${draft.version}`} replace />;
  return <DraftEditor key={`${draft.cardId}@${draft.version}`} card={card} draft={draft} />;
}
