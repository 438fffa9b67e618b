import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { diffLines, toLines } from './diff-lines.ts';
import { questionOf } from './question-of.ts';
import { useCase } from './use-evals.ts';

/** What one case gave in two runs, line by line. */
export function OutputDiff({ baseline, candidate, caseId }: { baseline: string; candidate: string; caseId: string }) {
  const words = useWords().review;
  const before = useCase(baseline, caseId);
  const after = useCase(candidate, caseId);
  const link = (runId: string, name: string) => (
    <Anchor component={Link} to={`/evals/${encodeURIComponent(runId)}/cases/${encodeURIComponent(caseId)}`}>
      {name}
    </Anchor>
  );
  return (
    <section aria-label={words.compare.diff}>
      <Group justify="space-between" mb="xs">
        <Title order={3} size="h5">
          {words.compare.diff}：{caseId}
        </Title>
        <Group gap="sm">
          {link(baseline, words.compare.baseline)}
          {link(candidate, words.compare.candidate)}
        </Group>
      </Group>
      <Read query={before}>
        {(first) => (
          <Read query={after}>
            {(second) => (
              <Stack gap="xs">
                <Text className="said">{questionOf(first.input)}</Text>
                <Lines before={first.error ?? first.output} after={second.error ?? second.output} />
              </Stack>
            )}
          </Read>
        )}
      </Read>
    </section>
  );
}

const signs = { same: '', removed: '−', added: '+' };

function Lines({ before, after }: { before: unknown; after: unknown }) {
  const words = useWords().review.compare;
  const lines = diffLines(toLines(before), toLines(after));
  return (
    <ul className="diff">
      {lines.map(({ kind, text }, at) => (
        <li key={at} className={kind}>
          {kind !== 'same' && <span className="unseen">{words[kind]}：</span>}
          <span aria-hidden="true">{signs[kind]} </span>
          {text}
        </li>
      ))}
    </ul>
  );
}
