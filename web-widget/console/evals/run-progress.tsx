import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import type { EvalRunDetail } from '../../../channels/http/eval-schemas.ts';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useCancelRun } from './use-evals.ts';

/** How far a run is, and the way to stop it. */
export function RunProgress({ run }: { run: EvalRunDetail }) {
  const words = useWords().review.runs;
  const cancel = useCancelRun();
  const { done = 0, total = 0 } = run.progress ?? {};
  const text = total > 0 ? words.progress(done, total) : words.preparing;
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Text role="status">{text}</Text>
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(run.id)}>
            {words.cancel}
          </Button>
        </Group>
        <Progress.Root size="lg">
          <Progress.Section value={total > 0 ? (100 * done) / total : 0} aria-label={text} />
        </Progress.Root>
        {cancel.error && <Failed error={cancel.error} />}
      </Stack>
    </Paper>
  );
}
