import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { QualityAnswer } from '../../../channels/http/eval-schemas.ts';
import { Card } from '../parts/card.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { LazyChart } from './lazy-chart.tsx';
import { LiveGroups } from './live-groups.tsx';
import { toOutcomes, toTimeline } from './live-options.ts';
import { LiveTurns } from './live-turns.tsx';
import { toShare } from './suite-metrics.ts';
import { useQuality } from './use-live.ts';

/** How real conversations end. What is looked at, and which turns are opened, is part of the address. */
export function LivePage() {
  const words = useWords().review.live;
  const [search, setSearch] = useSearchParams();
  const window = search.get('window') === '7d' ? '7d' : '24h';
  const quality = useQuality(window);
  const show = (change: Record<string, string>) =>
    setSearch((before) => {
      const next = new URLSearchParams({ ...Object.fromEntries(before), page: '', ...change });
      for (const [name, value] of [...next]) if (value === '') next.delete(name);
      return next;
    });
  return (
    <>
      <PageHeading title={words.title} note={words.note}>
        <SegmentedControl
          aria-label={words.window}
          value={window}
          onChange={(value) => show({ window: value })}
          data={(['24h', '7d'] as const).map((value) => ({ value, label: words.windows[value] }))}
        />
      </PageHeading>
      <Stack>
        <Read query={quality}>
          {(counted) =>
            counted.total.turns === 0 ? <Empty>{words.none}</Empty> : <Counts quality={counted} show={show} />
          }
        </Read>
        <LiveTurns window={window} search={search} show={show} />
      </Stack>
    </>
  );
}

function Counts({ quality, show }: { quality: QualityAnswer; show: (change: Record<string, string>) => void }) {
  const { review, locale } = useWords();
  const words = review.live;
  const outcomes = useMemo(() => toOutcomes(quality.total, words), [quality.total, words]);
  const timeline = useMemo(() => toTimeline(quality, words, locale), [quality, words, locale]);
  return (
    <>
      <Totals quality={quality} />
      <div className="pair">
        <Card title={words.outcomes}>
          <LazyChart option={outcomes} label={words.outcomes} />
        </Card>
        <Card title={words.timeline}>
          <LazyChart option={timeline} label={words.timeline} />
        </Card>
      </div>
      {(['channel', 'engine', 'matter'] as const).map(
        (dimension) =>
          quality.groups[dimension].length > 0 && (
            <Card key={dimension} title={words.by[dimension]!}>
              <LiveGroups dimension={dimension} groups={quality.groups[dimension]} show={show} />
            </Card>
          ),
      )}
    </>
  );
}

function Totals({ quality: { total, thumbs } }: { quality: QualityAnswer }) {
  const words = useWords().review.live;
  const ms = (value: number | null) => (value === null ? '—' : words.ms(value.toFixed(0)));
  const figures: [string, string][] = [
    [words.turns, String(total.turns)],
    [words.fallback, `${total.fallbacks}（${toShare(total.fallbacks / total.turns)}）`],
    [words.p50, ms(total.p50Ms)],
    [words.p95, ms(total.p95Ms)],
    [words.thumbs, `${thumbs.up} / ${thumbs.down}`],
  ];
  return (
    <dl className="metrics">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" className="big" m={0}>
            {figure}
          </Text>
        </div>
      ))}
    </dl>
  );
}
