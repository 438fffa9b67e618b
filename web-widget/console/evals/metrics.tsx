import { Paper, Text } from '@mantine/core';
import type { EvalRun } from '../../../channels/http/api-types.ts';
import { useWords } from '../words/use-words.tsx';
import { isTotal, orderedNames, toFigure } from './suite-metrics.ts';

/** A run's metrics in the order of its suite, each with what it means. */
export function Metrics({ suite, metrics }: { suite: string; metrics: EvalRun['metrics'] }) {
  const words = useWords().evals;
  const figure = (name: string) => {
    const value = metrics[name];
    const text = toFigure(name, value);
    return isTotal(name) && typeof value === 'number' ? words.total(text) : text;
  };
  return (
    <dl className="metrics">
      {orderedNames(suite, [metrics]).map((name) => (
        <Paper key={name} withBorder radius="md" p="sm">
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="xl" fw={600} m={0}>
            {figure(name)}
          </Text>
          {words.metricNotes[name] && (
            <Text component="dd" size="sm" m={0}>
              {words.metricNotes[name]}
            </Text>
          )}
        </Paper>
      ))}
    </dl>
  );
}
