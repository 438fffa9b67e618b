import { Button, Select, Stack, Title } from '@mantine/core';
import type { RunComparisonAnswer } from '../../../channels/http/eval-schemas.ts';
import { Empty } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { OutputDiff } from './output-diff.tsx';

interface Props {
  comparison: RunComparisonAnswer;
  search: URLSearchParams;
  show: (change: Record<string, string>) => void;
}

/** The cases that changed, both ways; one of them opened shows what differs. Score and case are part of the address. */
export function Flips({ comparison, search, show }: Props) {
  const words = useWords().review.compare;
  const { changes, baseline, candidate } = comparison;
  const asked = search.get('score') ?? 'right';
  const change = changes.find(({ score }) => score === asked) ?? changes[0];
  const opened = search.get('case') ?? '';
  if (!change) return <Empty>{words.noFlips}</Empty>;
  return (
    <Stack>
      <Select
        label={words.flipsOf}
        data={changes.map(({ score }) => score)}
        value={change.score}
        onChange={(score) => score && show({ score, case: '' })}
        allowDeselect={false}
        maw="20rem"
      />
      <div className="pair">
        <CaseList title={words.turnedWrong} ids={change.worse} opened={opened} open={(id) => show({ case: id })} />
        <CaseList title={words.turnedRight} ids={change.better} opened={opened} open={(id) => show({ case: id })} />
      </div>
      {opened && <OutputDiff baseline={baseline.id} candidate={candidate.id} caseId={opened} />}
    </Stack>
  );
}

interface CaseListProps {
  title: string;
  ids: readonly string[];
  opened: string;
  open: (id: string) => void;
}

function CaseList({ title, ids, opened, open }: CaseListProps) {
  const words = useWords().review.compare;
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {title} {ids.length}
      </Title>
      {ids.length === 0 && <Empty>{words.noFlips}</Empty>}
      <div className="chips">
        {ids.map((id) => (
          <Button
            key={id}
            size="compact-md"
            variant={id === opened ? 'filled' : 'default'}
            aria-pressed={id === opened}
            onClick={() => open(id)}
          >
            {id}
          </Button>
        ))}
      </div>
    </section>
  );
}
