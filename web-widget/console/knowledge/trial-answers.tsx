import { Button, Stack, Text, Title } from '@mantine/core';
import type { CardTrial } from '../../../channels/http/card-types.ts';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useTrial } from './use-cards.ts';

/** Questions that citizens asked of the card, answered from today's version and from this one. */
export function TrialAnswers({ id, version }: { id: string; version: number }) {
  const words = useWords().knowledge.publish;
  const trial = useTrial(id, version);
  return (
    <section aria-label={words.trial}>
      <Title order={3} size="h5">
        {words.trial}
      </Title>
      <Text size="sm" className="quiet">
        {words.trialNote}
      </Text>
      <Button variant="light" my="xs" loading={trial.isPending} onClick={() => trial.mutate()}>
        {words.trialRun}
      </Button>
      {trial.error && <Failed error={trial.error} />}
      {trial.data && <Answers trial={trial.data} />}
    </section>
  );
}

function Answers({ trial: { items } }: { trial: CardTrial }) {
  const words = useWords().knowledge.publish;
  const changed = items.filter((item) => item.changed);
  if (items.length === 0) return <Text role="status">{words.trialNone}</Text>;
  return (
    <Stack gap="xs">
      <Text role="status">
        {changed.length < items.length && words.trialSame(items.length - changed.length)}
        {changed.length > 0 && words.trialChanged(changed.length)}
      </Text>
      <ul className="version-diff" lang="zh-CN">
        {changed.map(({ question, before, after }) => (
          <li key={question}>
            <strong>{question}</strong>
            <del>
              {words.before}：{before.text}
            </del>
            <ins>
              {words.after}：{after.text}
            </ins>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
