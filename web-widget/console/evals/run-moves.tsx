import { Anchor, Button } from '@mantine/core';
import { Link } from 'react-router';
import type { EvalRunDetail } from '../../../channels/http/eval-schemas.ts';
import { useWords } from '../words/use-words.tsx';
import { useRuns } from './use-evals.ts';

const formats = ['html', 'csv', 'jsonl', 'junit', 'promptfoo'] as const;

/** What can be done with a run that has ended: compare it with the one before, take it along. */
export function RunMoves({ run }: { run: EvalRunDetail }) {
  const words = useWords().review.runs;
  const runs = useRuns(run.suite);
  if (run.status === 'running') return null;
  const before = runs.data?.items.find((one) => one.status === 'finished' && one.startedAt < run.startedAt);
  const offered = run.suite === 'retrieval' ? [...formats, 'beir'] : formats;
  const exported = (format: string) => `/api/evals/runs/${encodeURIComponent(run.id)}/export?format=${format}`;
  return (
    <>
      {before && run.status === 'finished' && (
        <Button
          component={Link}
          variant="default"
          to={`/evals/compare?suite=${run.suite}&baseline=${before.id}&candidate=${run.id}`}
        >
          {words.compareWith}
        </Button>
      )}
      <span className="chips">
        {words.exports}：
        {offered.map((format) => (
          <Anchor key={format} href={exported(format)} download>
            {format.toUpperCase()}
          </Anchor>
        ))}
      </span>
    </>
  );
}
