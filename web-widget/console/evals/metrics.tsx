import { Paper, Text } from '@mantine/core';
import type { EvalRun } from '../../../channels/http/api-types.ts';

const figures = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 3 });

/** Three decimals, as papers give them; a dash where nothing could be judged, which is not zero. */
export const toFigure = (value: number | null | undefined) =>
  value === null || value === undefined ? '—' : figures.format(value);

export function Metrics({ metrics }: { metrics: EvalRun['metrics'] }) {
  return (
    <dl className="metrics">
      {Object.entries(metrics).map(([name, value]) => (
        <Paper key={name} withBorder radius="md" p="sm">
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="xl" fw={600} m={0}>
            {toFigure(value)}
          </Text>
        </Paper>
      ))}
    </dl>
  );
}
