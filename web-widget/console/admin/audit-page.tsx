import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { AuditLine, AuditPage as Page } from '../../../channels/http/admin-types.ts';
import { desk } from '../api/desk-client.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Failed, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditView, auditPageSizes, readAuditView, toAuditFilter, toAuditSearch } from './audit-view.ts';

/** Who did what and when. */
export function AuditPage() {
  const words = useWords().admin.audit;
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readAuditView(search), [search]);
  const show = (next: AuditView) => setSearch(toAuditSearch(next));
  const isInOrder = !view.from || !view.to || view.from <= view.to;
  const audit = useAudit(view, isInOrder);
  return (
    <>
      <PageHeading title={words.title} note={words.note}>
        <TakeAlong view={view} disabled={!isInOrder} />
      </PageHeading>
      <Stack>
        <AuditFilters key={search.toString()} view={view} change={show} />
        {isInOrder ? (
          <Read query={audit}>{(page) => <AuditTable page={page} view={view} show={show} />}</Read>
        ) : (
          <Text role="alert">{words.badRange}</Text>
        )}
      </Stack>
    </>
  );
}

function useAudit(view: AuditView, enabled: boolean) {
  const search = toAuditFilter(view);
  search.set('page', String(view.page));
  search.set('pageSize', String(view.pageSize));
  return useQuery({
    queryKey: ['admin', 'audit', search.toString()],
    queryFn: ({ signal }) => desk.get<Page>(`/admin/audit?${search}`, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

function TakeAlong({ view, disabled }: { view: AuditView; disabled: boolean }) {
  const words = useWords().admin.audit;
  const take = useMutation({
    mutationFn: () => desk.download(`/admin/audit.csv?${toAuditFilter(view)}`),
    onSuccess: (name) => notifications.show({ message: words.taken(name), withCloseButton: false }),
  });
  return (
    <>
      {take.error && <Failed error={take.error} />}
      <Button variant="default" disabled={disabled} loading={take.isPending} onClick={() => take.mutate()}>
        {words.take}
      </Button>
    </>
  );
}

function AuditTable({
  page: { items, total },
  view,
  show,
}: {
  page: Page;
  view: AuditView;
  show: (view: AuditView) => void;
}) {
  const words = useWords().admin.audit;
  const columns = useColumns();
  if (total === 0) return <Empty>{words.none}</Empty>;
  return (
    <ListTable
      verticalAlign="top"
      records={items}
      columns={columns}
      totalRecords={total}
      recordsPerPage={view.pageSize}
      recordsPerPageOptions={[...auditPageSizes]}
      recordsPerPageLabel={words.perPage}
      onRecordsPerPageChange={(pageSize) => show({ ...view, pageSize, page: 1 })}
      page={view.page}
      onPageChange={(page) => show({ ...view, page })}
      paginationText={({ totalRecords }) => words.total(totalRecords)}
      noRecordsText={words.none}
      // Nothing within takes the focus, and by keyboard one scrolls only what does.
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': words.title } }}
    />
  );
}

function useColumns(): DataTableColumn<AuditLine>[] {
  const words = useWords().admin.audit;
  return [
    { accessor: 'at', title: words.at, noWrap: true, render: ({ at }) => <Moment at={at} /> },
    { accessor: 'actor', title: words.actor },
    {
      accessor: 'action',
      title: words.action,
      render: ({ action }) => (
        <>
          {words.actions[action]} <code>{action}</code>
        </>
      ),
    },
    { accessor: 'subject', title: words.subject, cellsClassName: 'said' },
    {
      accessor: 'detail',
      title: words.detail,
      cellsClassName: 'long said',
      render: ({ detail }) => (Object.keys(detail).length === 0 ? '—' : <code>{JSON.stringify(detail)}</code>),
    },
  ];
}
