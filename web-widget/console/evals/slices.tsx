import { Tabs, Text } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import { FigureTable } from './figure-table.tsx';
import { type SplitSlices, weakestFirst } from './split-slices.ts';
import { orderedNames } from './suite-metrics.ts';

type Dimension = SplitSlices['dimensions'][number];

interface Props {
  suite: string;
  dimensions: readonly Dimension[];
  /** Tells the tables of one page apart where there are several. */
  within?: string;
}

/** A tab a dimension; where there is only one, its table alone. */
export function Slices({ suite, dimensions, within = '' }: Props) {
  const words = useWords().evals;
  const nameOf = (dimension: string) => words.dimensions[dimension] ?? dimension;
  const [first] = dimensions;
  if (!first) return null;
  if (dimensions.length === 1)
    return <SliceTable suite={suite} dimension={first} name={nameOf(first.name)} within={within} />;
  return (
    <Tabs defaultValue={first.name || 'parts'} keepMounted={false}>
      <Tabs.List mb="sm">
        {dimensions.map(({ name, rows }) => (
          <Tabs.Tab key={name} value={name || 'parts'} mih={44}>
            {nameOf(name)}{' '}
            <Text span size="sm" c="dimmed">
              {rows.length}
            </Text>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {dimensions.map((dimension) => (
        <Tabs.Panel key={dimension.name} value={dimension.name || 'parts'}>
          <SliceTable suite={suite} dimension={dimension} name={nameOf(dimension.name)} within={within} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

interface TableProps {
  suite: string;
  dimension: Dimension;
  name: string;
  within: string;
}

function SliceTable({ suite, dimension, name, within }: TableProps) {
  const words = useWords().evals;
  const { rows } = dimension;
  // A metric that no slice of this dimension could be judged by would be a column of dashes.
  const judged = orderedNames(
    suite,
    rows.map(({ metrics }) => metrics),
  ).filter((metric) => metric !== 'n' && rows.some(({ metrics }) => typeof metrics[metric] === 'number'));
  return (
    <FigureTable
      label={[`${words.slices}：${name}`, within].filter(Boolean).join(' · ')}
      of={name}
      rows={weakestFirst(rows, judged[0])}
      metrics={judged}
      nameOf={(row) => words.labels[row.name] ?? row.name}
    />
  );
}
