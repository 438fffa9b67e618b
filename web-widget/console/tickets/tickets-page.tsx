import { Stack } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { TicketList, TicketSummary } from '../../../channels/http/api-types.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { StatusBadge, UrgencyText } from '../parts/status-badge.tsx';
import { TicketLink } from '../parts/ticket-link.tsx';
import { isOverdue } from '../ticket/remaining.ts';
import { useWords } from '../words/use-words.tsx';
import { SavedViews } from './saved-views.tsx';
import { TicketFilters } from './ticket-filters.tsx';
import { pageSizes, readView, type TicketView, toSearch } from './ticket-view-url.ts';
import { useTickets } from './use-tickets.ts';

export function TicketsPage() {
  const words = useWords().tickets;
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readView(search), [search]);
  const tickets = useTickets(view);
  const show = (next: TicketView) => setSearch(toSearch(next));
  const districts = [...new Set(tickets.data?.items.flatMap(({ district }) => district ?? []) ?? [])];
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Stack>
        <SavedViews view={view} />
        <TicketFilters view={view} districts={districts} change={show} />
        <Read query={tickets}>
          {(list) => <TicketTable list={list} view={view} show={show} fetching={tickets.isPlaceholderData} />}
        </Read>
      </Stack>
    </>
  );
}

interface TableProps {
  list: TicketList;
  view: TicketView;
  show: (view: TicketView) => void;
  fetching: boolean;
}

function TicketTable({ list, view, show, fetching }: TableProps) {
  const words = useWords().tickets;
  const columns = useColumns();
  if (list.total === 0) return <Empty>{words.none}</Empty>;
  return (
    <ListTable
      highlightOnHover
      idAccessor="number"
      records={list.items}
      columns={columns}
      fetching={fetching}
      totalRecords={list.total}
      recordsPerPage={view.pageSize}
      recordsPerPageOptions={[...pageSizes]}
      recordsPerPageLabel={words.perPage}
      onRecordsPerPageChange={(pageSize) => show({ ...view, pageSize, page: 1 })}
      page={view.page}
      onPageChange={(page) => show({ ...view, page })}
      paginationText={({ totalRecords }) => words.total(totalRecords)}
      noRecordsText={words.none}
    />
  );
}

function useColumns(): DataTableColumn<TicketSummary>[] {
  const words = useWords();
  const names = words.tickets;
  return [
    { accessor: 'number', title: names.number, noWrap: true, render: ({ number }) => <TicketLink number={number} /> },
    { accessor: 'title', title: names.subject, cellsClassName: 'long' },
    { accessor: 'category.name', title: words.ticket.categoryName },
    {
      accessor: 'district',
      title: names.place,
      render: ({ district, street }) => [district, street].filter(Boolean).join(' ') || '—',
    },
    { accessor: 'ownerUnit', title: names.owner, render: ({ ownerUnit }) => ownerUnit ?? '—' },
    { accessor: 'status', title: names.status, render: ({ status }) => <StatusBadge status={status} /> },
    {
      accessor: 'urgency',
      title: names.urgency,
      noWrap: true,
      render: ({ urgency }) => <UrgencyText urgency={urgency} />,
    },
    { accessor: 'dueAt', title: names.dueAt, noWrap: true, render: (ticket) => <DueCell ticket={ticket} /> },
  ];
}

function DueCell({ ticket }: { ticket: TicketSummary }) {
  const words = useWords().tickets;
  return (
    <>
      <Moment at={ticket.dueAt} />
      {isOverdue(ticket, new Date()) && <strong className="pressing"> {words.overdueMark}</strong>}
    </>
  );
}
