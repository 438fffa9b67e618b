import { Button, Group, Text } from '@mantine/core';
import type { DataReply } from '../../widget/reply-types.ts';
import { useWords } from '../words/use-words.tsx';
import { chartKindOf, chartKindsFor } from './chart-kinds.ts';
import type { Put } from './use-data-question.ts';

/** The same figures in another picture. */
export function ChartSwitch({ data, put }: { data: DataReply['data']; put: (what: Put) => void }) {
  const words = useWords().data;
  const kinds = chartKindsFor(data);
  const now = chartKindOf(data);
  if (kinds.length < 2) return null;
  return (
    <Group gap="xs" role="group" aria-label={words.chartKind}>
      <Text size="sm" c="dimmed">
        {words.chartKind}
      </Text>
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="compact-md"
          variant={kind === now ? 'light' : 'default'}
          aria-pressed={kind === now}
          onClick={() =>
            put({ change: { change: 'set_chart', chart: kind }, said: words.chartChanged(words.chartKinds[kind]) })
          }
        >
          {words.chartKinds[kind]}
        </Button>
      ))}
    </Group>
  );
}
