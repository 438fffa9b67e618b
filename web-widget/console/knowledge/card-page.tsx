import { Anchor, SegmentedControl, Stack } from '@mantine/core';
import { Link, useParams, useSearchParams } from 'react-router';
import type { CardDetail, CardVersionDetail } from '../../../channels/http/card-types.ts';
import { Card } from '../parts/card.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { AskedQuestions } from './asked-questions.tsx';
import { CardDiff } from './card-diff.tsx';
import { CardHistory } from './card-history.tsx';
import { CardMoves } from './card-moves.tsx';
import { CardPreview } from './card-preview.tsx';
import { CardStatus } from './card-status.tsx';
import { StandingBadge } from './card-table.tsx';
import { FactTable } from './fact-table.tsx';
import { useCard, useVersion } from './use-cards.ts';

const views = ['preview', 'facts', 'history', 'asked'] as const;
type View = (typeof views)[number];

/** One card: what citizens are told, what each line rests on, how it came to be, and what is asked of it. */
export function CardPage() {
  const { id = '' } = useParams();
  const words = useWords().knowledge.card;
  const card = useCard(id);
  return (
    <Stack>
      <Anchor component={Link} to="/knowledge/cards">
        ← {words.back}
      </Anchor>
      <Read query={card}>{(card) => <Shown card={card} />}</Read>
    </Stack>
  );
}

/** The version that is looked at: the one the address names, else what citizens get, else the newest. */
function versionShown(card: CardDetail, asked: string | null): number | null {
  const named = card.versions.find(({ version }) => String(version) === asked);
  return named?.version ?? card.inForce?.version ?? card.versions[0]?.version ?? null;
}

function Shown({ card }: { card: CardDetail }) {
  const words = useWords().knowledge.card;
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'preview';
  const version = versionShown(card, search.get('version'));
  const show = (next: View) => setSearch({ ...Object.fromEntries(search), view: next }, { replace: true });
  return (
    <>
      <PageHeading title={card.title} note={card.id}>
        <StandingBadge standing={card.standing} />
      </PageHeading>
      <div className="columns card-columns">
        <Stack>
          <div className="view-switch">
            <SegmentedControl
              aria-label={words.view}
              value={view}
              onChange={(chosen) => show(chosen as View)}
              data={views.map((one) => ({ value: one, label: words.views[one] }))}
            />
          </div>
          {version === null ? (
            <Empty>{words.nothingInForce}</Empty>
          ) : (
            <Part card={card} view={view} version={version} />
          )}
        </Stack>
        <Stack>
          <Card title={words.moves}>
            <CardMoves card={card} version={version} />
          </Card>
          <Card title={words.status}>
            <CardStatus card={card} />
          </Card>
        </Stack>
      </div>
    </>
  );
}

function Part({ card, view, version }: { card: CardDetail; view: View; version: number }) {
  if (view === 'history')
    return (
      <>
        <CardHistory card={card} />
        <CardDiff card={card} />
      </>
    );
  if (view === 'asked') return <AskedQuestions id={card.id} />;
  return <Version id={card.id} view={view} version={version} />;
}

function Version({ id, view, version }: { id: string; view: 'preview' | 'facts'; version: number }) {
  const words = useWords().knowledge;
  const query = useVersion(id, version);
  const title = ({ state, validFrom, validTo }: CardVersionDetail) =>
    `${words.card.versionOf(version)} · ${words.states[state]} · ${words.card.days(validFrom, validTo)}`;
  return (
    <Read query={query}>
      {(shown) => (
        <Card title={title(shown)}>
          {view === 'preview' ? <CardPreview body={shown.body} /> : <FactTable body={shown.body} />}
        </Card>
      )}
    </Read>
  );
}
