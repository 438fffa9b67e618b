import { Anchor, Badge, Group } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import type { CallSummary } from '../../../channels/http/hotline-types.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { TicketLink } from '../parts/ticket-link.tsx';
import { useWords } from '../words/use-words.tsx';
import { LinkNotice } from './link-notice.tsx';
import { orderCalls } from './order-calls.ts';
import { talkTime } from './talk-time.ts';
import { useCalls } from './use-calls.ts';
import { useNow } from './use-now.ts';

/** Running and recent calls, what presses first. */
export function CallsPage() {
  const words = useWords().calls;
  const calls = useCalls();
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <LinkNotice query={calls} />
      <Read query={calls}>{({ items }) => <CallTable calls={orderCalls(items)} />}</Read>
    </>
  );
}

function CallTable({ calls }: { calls: CallSummary[] }) {
  const words = useWords().calls;
  const now = useNow(
    1_000,
    calls.some(({ endedAt }) => endedAt === null),
  );
  const columns = useColumns(now);
  if (calls.length === 0) return <Empty>{words.none}</Empty>;
  return <ListTable highlightOnHover records={calls} columns={columns} noRecordsText={words.none} />;
}

function useColumns(now: Date): DataTableColumn<CallSummary>[] {
  const words = useWords().calls;
  return [
    { accessor: 'state', title: words.state, noWrap: true, render: (call) => <StateBadges call={call} /> },
    { accessor: 'title', title: words.subject, cellsClassName: 'long', render: (call) => <CallLink call={call} /> },
    {
      accessor: 'wants',
      title: words.wanted,
      render: ({ wants }) => wants.map((want) => words.wants[want]).join('、') || '—',
    },
    { accessor: 'undecided', title: words.waiting, render: ({ undecided }) => undecided || '—' },
    { accessor: 'startedAt', title: words.started, noWrap: true, render: ({ startedAt }) => <Moment at={startedAt} /> },
    {
      accessor: 'talkTime',
      title: words.talkTime,
      render: ({ startedAt, endedAt }) => talkTime(startedAt, endedAt ? new Date(endedAt) : now),
    },
    { accessor: 'operator', title: words.operator, render: ({ operator }) => operator ?? '—' },
    {
      accessor: 'ticketNumber',
      title: words.ticket,
      noWrap: true,
      render: ({ ticketNumber }) => (ticketNumber ? <TicketLink number={ticketNumber} /> : '—'),
    },
  ];
}

function CallLink({ call: { id, title } }: { call: CallSummary }) {
  const words = useWords().calls;
  return (
    <Anchor component={Link} to={`/calls/${encodeURIComponent(id)}`} lang="zh-CN">
      {title ?? words.untitled}
    </Anchor>
  );
}

/** The state in words; the colour only repeats them. */
export function StateBadges({ call: { endedAt, emergency, amended } }: { call: CallSummary }) {
  const words = useWords().calls;
  const badge = (text: string, color: string) => (
    <Badge variant="light" size="lg" radius="sm" color={color} c="var(--mantine-color-text)">
      {text}
    </Badge>
  );
  return (
    <Group gap={6} wrap="nowrap">
      {emergency && badge(words.emergency, 'red')}
      {endedAt ? badge(words.ended, 'gray') : badge(words.live, 'blue')}
      {amended && badge(words.amended, 'orange')}
    </Group>
  );
}
