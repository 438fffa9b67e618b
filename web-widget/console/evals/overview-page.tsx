import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { EvalOverview } from '../../../channels/http/eval-schemas.ts';
import { Card } from '../parts/card.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { LazyChart } from './lazy-chart.tsx';
import { toFigure, toShare } from './suite-metrics.ts';
import { toTrend } from './trend-option.ts';
import { useOverview } from './use-evals.ts';

type SuiteState = EvalOverview['suites'][number];

export function OverviewPage() {
  const words = useWords().review;
  const overview = useOverview();
  return (
    <>
      <PageHeading title={words.overview.title} note={words.overview.note} />
      <Read query={overview}>
        {({ suites, queue }) => (
          <Stack>
            <Queue queue={queue} />
            <div className="cards">
              {suites.map((suite) => (
                <SuiteCard key={suite.name} suite={suite} />
              ))}
            </div>
          </Stack>
        )}
      </Read>
    </>
  );
}

function Queue({ queue }: { queue: EvalOverview['queue'] }) {
  const words = useWords().review;
  return (
    <Card title={words.overview.queue} note={words.overview.queueNote}>
      <Group justify="space-between">
        <div className="chips">
          {queue.total === 0 && <Text>{words.overview.emptyQueue}</Text>}
          {Object.entries(queue.reasons).map(([reason, count]) => (
            <Anchor key={reason} component={Link} to={`/evals/queue?reason=${reason}`}>
              {words.queue.reasons[reason] ?? reason} {count}
            </Anchor>
          ))}
        </div>
        <Button component={Link} to="/evals/queue" variant={queue.total > 0 ? 'filled' : 'default'}>
          {words.overview.openQueue} · {words.overview.waiting(queue.total)}
        </Button>
      </Group>
    </Card>
  );
}

function SuiteCard({ suite }: { suite: SuiteState }) {
  const words = useWords();
  const newest = suite.points.at(-1);
  return (
    <Paper component="section" withBorder radius="md" p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {suite.title}
        </Title>
        {newest && <Gate gate={suite.gate} />}
      </Group>
      {newest ? <Newest suite={suite} newest={newest} /> : <Text c="dimmed">{words.review.overview.none}</Text>}
    </Paper>
  );
}

const gateColours = { pass: 'teal', warn: 'yellow', fail: 'red' } as const;

function Gate({ gate }: { gate: SuiteState['gate'] }) {
  const words = useWords().review.overview;
  if (!gate?.baseline) return <span className="quiet">{words.noGate}</span>;
  return (
    <Badge
      variant="outline"
      size="lg"
      radius="sm"
      color={gateColours[gate.verdict]}
      autoContrast
      c="var(--mantine-color-text)"
    >
      {words.gate}：{words.verdicts[gate.verdict]}
    </Badge>
  );
}

function Newest({ suite, newest }: { suite: SuiteState; newest: SuiteState['points'][number] }) {
  const words = useWords();
  const { right, metrics, id, startedAt, commit } = newest;
  const trend = useMemo(() => toTrend(suite.points, words.review), [suite.points, words.review]);
  return (
    <Stack gap="xs">
      <div>
        <span className="big">{right ? toShare(right.share) : toFigure(suite.metric, metrics[suite.metric])}</span>{' '}
        <span className="quiet">
          {right
            ? `${words.review.interval} ${toShare(right.low)}–${toShare(right.high)} · ${words.evals.cases} ${right.judged}`
            : suite.metric}
        </span>
      </div>
      <Text size="sm">
        {suite.metric} {toFigure(suite.metric, metrics[suite.metric])} · {words.evals.errors} {newest.errors}
      </Text>
      {suite.points.length > 1 && right && <LazyChart option={trend} label={words.review.trendOf(suite.title)} />}
      {suite.gate?.reasons.map((reason) => (
        <Text key={reason} size="sm">
          {reason}
        </Text>
      ))}
      {suite.gate?.baseline && (
        <Text className="quiet">
          {words.review.overview.baseline(suite.gate.baseline.blessedAt.slice(0, 10), suite.gate.baseline.reason)}
        </Text>
      )}
      <Group justify="space-between">
        <Anchor component={Link} to={`/evals/${encodeURIComponent(id)}`}>
          {words.evals.open(suite.name)} {commit?.slice(0, 7)}
        </Anchor>
        <span className="quiet">
          <Moment at={startedAt} />
        </span>
      </Group>
    </Stack>
  );
}
