import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { EvalRun } from '../../../channels/http/api-types.ts';
import type { RunComparisonAnswer } from '../../../channels/http/eval-schemas.ts';
import { toMoment } from '../../widget/moments.ts';
import { Card } from '../parts/card.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { ChangeTable } from './change-table.tsx';
import { Flips } from './flips.tsx';
import { Notice } from './notice.tsx';
import { useComparison, useRuns, useSuites } from './use-evals.ts';

/** Two runs of a suite against each other; which ones is part of the address. */
export function ComparePage() {
  const words = useWords().review.compare;
  const [search, setSearch] = useSearchParams();
  const asked = (name: string) => search.get(name) ?? '';
  const [suite, baseline, candidate] = [asked('suite'), asked('baseline'), asked('candidate')];
  const show = (change: Record<string, string>) => setSearch({ ...Object.fromEntries(search), ...change });
  const comparison = useComparison(baseline, candidate);
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Stack>
        <Pickers
          suite={suite}
          baseline={baseline}
          candidate={candidate}
          show={show}
          clear={(name) => setSearch({ suite: name })}
        />
        {!baseline || !candidate ? (
          <Empty>{words.choose}</Empty>
        ) : baseline === candidate ? (
          <Empty>{words.sameRun}</Empty>
        ) : (
          <Read query={comparison}>{(found) => <Comparison comparison={found} search={search} show={show} />}</Read>
        )}
      </Stack>
    </>
  );
}

interface PickersProps {
  suite: string;
  baseline: string;
  candidate: string;
  show: (change: Record<string, string>) => void;
  clear: (suite: string) => void;
}

function Pickers({ suite, baseline, candidate, show, clear }: PickersProps) {
  const words = useWords();
  const suites = useSuites();
  const runs = useRuns(suite);
  const finished = suite ? (runs.data?.items.filter(({ status }) => status === 'finished') ?? []) : [];
  const options = finished.map((run) => ({ value: run.id, label: nameOf(run, words.locale) }));
  const picker = (name: 'baseline' | 'candidate', value: string) => (
    <Select
      label={words.review.compare[name]}
      data={options}
      value={value || null}
      onChange={(id) => id && show({ [name]: id })}
      disabled={!suite}
      allowDeselect={false}
      miw="min(100%, 19rem)"
    />
  );
  return (
    <Group align="end">
      <Select
        label={words.evals.suite}
        data={suites.data?.items.map(({ name, title }) => ({ value: name, label: title })) ?? []}
        value={suite || null}
        onChange={(name) => name && clear(name)}
        allowDeselect={false}
      />
      {picker('baseline', baseline)}
      {picker('candidate', candidate)}
      <Button
        variant="default"
        disabled={!baseline || !candidate}
        onClick={() => show({ baseline: candidate, candidate: baseline })}
      >
        {words.review.compare.swap}
      </Button>
    </Group>
  );
}

/** When it ran, on what commit and data: what people tell runs apart by. */
function nameOf({ startedAt, data, identity }: EvalRun, locale: string): string {
  const commit = typeof identity.commit === 'string' ? ` · ${identity.commit.slice(0, 7)}` : '';
  return `${toMoment(startedAt, locale)} · ${data}${commit}`;
}

interface ComparisonProps {
  comparison: RunComparisonAnswer;
  search: URLSearchParams;
  show: (change: Record<string, string>) => void;
}

function Comparison({ comparison, search, show }: ComparisonProps) {
  const words = useWords().review.compare;
  const { compared, onlyInBaseline, onlyInCandidate, caveats, newlyBroken } = comparison;
  return (
    <>
      <Text role="status">
        {words.compared(compared)}
        {onlyInBaseline.length + onlyInCandidate.length > 0 &&
          `；${words.only(onlyInBaseline.length, onlyInCandidate.length)}`}
        {newlyBroken.length > 0 && `；${words.broken(newlyBroken.length)}`}
      </Text>
      {caveats.length > 0 && (
        <Notice title={words.caveats}>
          {caveats.map((caveat) => (
            <p key={caveat}>{caveat}</p>
          ))}
        </Notice>
      )}
      <ChangeTable comparison={comparison} />
      <Card title={words.flips} note={words.diffHint}>
        <Flips comparison={comparison} search={search} show={show} />
      </Card>
    </>
  );
}
