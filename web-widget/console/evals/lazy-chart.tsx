import { lazy, Suspense } from 'react';
import { Loading } from '../parts/query-states.tsx';

// The chart library is the largest part of the console: it is fetched where a chart is shown.
const Chart = lazy(async () => ({ default: (await import('../data/chart.tsx')).Chart }));

export function LazyChart({ option, label }: { option: Record<string, unknown>; label: string }) {
  return (
    <Suspense fallback={<Loading />}>
      <Chart option={option} label={label} />
    </Suspense>
  );
}
