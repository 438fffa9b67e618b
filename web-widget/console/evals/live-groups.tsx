import { Anchor } from '@mantine/core';
import type { DataTableColumn, DataTableSortStatus } from 'mantine-datatable';
import { useState } from 'react';
import type { QualityAnswer } from '../../../channels/http/eval-schemas.ts';
import { ListTable } from '../parts/list-table.tsx';
import { useWords } from '../words/use-words.tsx';
import { toShare } from './suite-metrics.ts';

type Group = QualityAnswer['total'];
type Key = 'name' | 'turns' | 'fallbacks' | 'p50Ms' | 'p95Ms';

interface Props {
  dimension: 'channel' | 'engine' | 'matter';
  groups: readonly Group[];
  show: (change: Record<string, string>) => void;
}

/** One row a channel, engine or matter; its name, and each ending of it, opens the turns behind. */
export function LiveGroups({ dimension, groups, show }: Props) {
  const [sort, setSort] = useState<DataTableSortStatus<Group>>({ columnAccessor: 'turns', direction: 'desc' });
  const columns = useColumns(dimension, show);
  return (
    <ListTable
      idAccessor="name"
      records={sorted(groups, sort)}
      columns={columns}
      sortStatus={sort}
      onSortStatusChange={setSort}
    />
  );
}

function useColumns(dimension: Props['dimension'], show: Props['show']): DataTableColumn<Group>[] {
  const words = useWords().review.live;
  const nameOf = (name: string) => (dimension === 'channel' ? (words.channelNames[name] ?? name) : name);
  const open = (text: string, change: Record<string, string>) => (
    <Anchor component="button" type="button" onClick={() => show(change)}>
      {text}
    </Anchor>
  );
  const ms = (value: number | null) => (value === null ? '—' : value.toFixed(0));
  return [
    {
      accessor: 'name',
      title: words[dimension],
      sortable: true,
      render: ({ name }) => open(nameOf(name), { [dimension]: name, outcome: '' }),
    },
    { accessor: 'turns', title: words.turns, sortable: true, textAlign: 'right' },
    {
      accessor: 'outcomes',
      title: words.outcomes,
      cellsClassName: 'long',
      render: ({ name, turns, outcomes }) => (
        <span className="chips">
          {Object.entries(outcomes)
            .sort(([, a], [, b]) => b - a)
            .map(([outcome, count]) => (
              <span key={outcome}>
                {open(`${words.outcomeNames[outcome] ?? outcome} ${count}`, { [dimension]: name, outcome })}
                <span className="quiet"> {toShare(count / turns)}</span>
              </span>
            ))}
        </span>
      ),
    },
    { accessor: 'fallbacks', title: words.fallback, sortable: true, textAlign: 'right' },
    { accessor: 'p50Ms', title: words.p50, sortable: true, textAlign: 'right', render: ({ p50Ms }) => ms(p50Ms) },
    { accessor: 'p95Ms', title: words.p95, sortable: true, textAlign: 'right', render: ({ p95Ms }) => ms(p95Ms) },
  ];
}

function sorted(groups: readonly Group[], { columnAccessor, direction }: DataTableSortStatus<Group>): Group[] {
  const key = columnAccessor as Key;
  const sign = direction === 'desc' ? -1 : 1;
  return groups.toSorted((a, b) => {
    const [first, second] = [a[key] ?? -1, b[key] ?? -1];
    return first === second ? 0 : (first < second ? -1 : 1) * sign;
  });
}
