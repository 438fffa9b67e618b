import { Anchor, Badge, Text } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CardStanding, CardSummary } from '../../../channels/http/card-types.ts';
import { ListTable } from '../parts/list-table.tsx';
import { useWords } from '../words/use-words.tsx';
import { type CardListView, type CardSort, isReviewDue } from './card-list-view.ts';
import { CertaintyBar } from './certainty-bar.tsx';
import { cardPath, versionPath } from './paths.ts';
import { today } from './today.ts';
import { WeekBars } from './week-bars.tsx';

const pageSize = 20;

interface Props {
  cards: readonly CardSummary[];
  view: CardListView;
  show: (change: Partial<CardListView>) => void;
}

export function CardTable({ cards, view, show }: Props) {
  const words = useWords().knowledge.cards;
  const columns = useColumns();
  const [page, setPage] = useState(1);
  // A narrower search may have fewer pages than the one that stood open.
  const last = Math.max(1, Math.ceil(cards.length / pageSize));
  const current = Math.min(page, last);
  return (
    <ListTable
      highlightOnHover
      idAccessor="id"
      records={cards.slice((current - 1) * pageSize, current * pageSize)}
      columns={columns}
      sortStatus={{ columnAccessor: view.sort, direction: view.direction }}
      onSortStatusChange={({ columnAccessor, direction }) => show({ sort: columnAccessor as CardSort, direction })}
      totalRecords={cards.length}
      recordsPerPage={pageSize}
      page={current}
      onPageChange={setPage}
      paginationText={({ totalRecords }) => words.shown(Math.min(pageSize, totalRecords), totalRecords)}
    />
  );
}

function useColumns(): DataTableColumn<CardSummary>[] {
  const { cards: words } = useWords().knowledge;
  return [
    {
      accessor: 'title',
      title: words.name,
      sortable: true,
      cellsClassName: 'long',
      render: (card) => <Name card={card} />,
    },
    { accessor: 'lead', title: words.lead, sortable: true },
    {
      accessor: 'certainty',
      title: words.sure,
      sortable: true,
      render: ({ certainty }) => <CertaintyBar certainty={certainty} />,
    },
    { accessor: 'reviewDue', title: words.review, sortable: true, render: (card) => <ReviewDue card={card} /> },
    { accessor: 'hits', title: words.hits, sortable: true, textAlign: 'right' },
    { accessor: 'misses', title: words.misses, sortable: true, textAlign: 'right' },
    { accessor: 'weeks', title: words.asked, render: ({ weeks }) => <WeekBars weeks={weeks} /> },
  ];
}

function Name({ card: { id, title, standing, draft } }: { card: CardSummary }) {
  const words = useWords().knowledge.cards;
  return (
    <>
      <Anchor component={Link} to={cardPath(id)}>
        {title}
      </Anchor>{' '}
      {standing !== 'in_force' && <StandingBadge standing={standing} />}
      {draft && (
        <Text size="sm">
          <Anchor component={Link} to={versionPath(id, draft.version)} underline="always">
            {words.draftBy(draft.changedBy)}
          </Anchor>
          {draft.unread > 0 && <span className="quiet"> · {words.draftUnread(draft.unread)}</span>}
        </Text>
      )}
    </>
  );
}

const colours: Record<CardStanding, string> = {
  in_force: 'blue', upcoming: 'blue', draft_only: 'orange', withdrawn: 'gray', ended: 'gray',
}; // biome-ignore format: a small table

/** Where a card stands, in words; the colour only repeats them. */
export function StandingBadge({ standing }: { standing: CardStanding }) {
  const words = useWords().knowledge.standings;
  return (
    <Badge variant="light" size="lg" radius="sm" color={colours[standing]} c="var(--mantine-color-text)">
      {words[standing]}
    </Badge>
  );
}

function ReviewDue({ card }: { card: CardSummary }) {
  const words = useWords().knowledge.cards;
  if (card.reviewDue === null) return <>—</>;
  return (
    <>
      <time dateTime={card.reviewDue}>{card.reviewDue}</time>
      {isReviewDue(card, today()) && <strong className="pressing"> {words.overdue}</strong>}
    </>
  );
}
