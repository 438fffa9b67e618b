import { Button, Group, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from 'react-router';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useDataSets } from './use-data-sets.ts';
import { useStartRun, useSuites } from './use-evals.ts';

interface Props {
  suite: string;
  data: string;
  choose: (change: Record<string, string>) => void;
}

/** Chooses a suite and its data, and starts a run, whose page shows how far it is. */
export function StartRun({ suite, data, choose }: Props) {
  const words = useWords();
  const suites = useSuites();
  const sets = useDataSets();
  const start = useStartRun();
  const navigate = useNavigate();
  const options = suites.data?.items.map(({ name, title }) => ({ value: name, label: title })) ?? [];
  const made = sets.data?.items.filter((set) => set.suite === suite && set.origin === 'made') ?? [];
  const dataOptions = [
    { value: 'own', label: words.review.runs.own },
    ...(made.some(({ name }) => name === 'regression')
      ? [{ value: 'own+regression', label: words.review.runs.ownAndRegression }]
      : []),
    ...made.map(({ name }) => ({ value: name, label: name })),
  ];
  const run = () =>
    start.mutate(
      { suite, data: dataOptions.some(({ value }) => value === data) ? data : 'own' },
      {
        onSuccess: ({ id }) => {
          notifications.show({ message: words.evals.started, withCloseButton: false });
          navigate(`/evals/${encodeURIComponent(id)}`);
        },
      },
    );
  return (
    <>
      <Group align="end">
        <Select
          label={words.evals.suite}
          placeholder={words.evals.all}
          data={options}
          value={suite || null}
          onChange={(chosen) => choose({ suite: chosen ?? '', data: '' })}
          clearable
        />
        <Select
          label={words.review.runs.data}
          data={dataOptions}
          value={dataOptions.some(({ value }) => value === data) ? data : 'own'}
          onChange={(chosen) => choose({ data: chosen === 'own' ? '' : (chosen ?? '') })}
          disabled={!suite}
          allowDeselect={false}
        />
        <Button disabled={!suite} loading={start.isPending} onClick={run}>
          {words.evals.start}
        </Button>
        {!suite && <span className="quiet">{words.review.runs.suiteFirst}</span>}
      </Group>
      {start.error && <Failed error={start.error} />}
    </>
  );
}
