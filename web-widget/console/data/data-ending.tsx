import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { SingleReply } from '../../widget/reply-types.ts';
import { useWords } from '../words/use-words.tsx';
import type { Put } from './use-data-question.ts';

const colours: Record<string, string> = {
  clarifying: 'blue',
  no_right: 'orange',
  unsafe: 'orange',
  injection: 'orange',
  abuse: 'orange',
  failed: 'red',
};

/** An answer without figures: why, what the desk says, what to do next, and what can be tapped. */
export function DataEnding({ reply, put }: { reply: SingleReply; put: ((what: Put) => void) | null }) {
  const { endings } = useWords().data;
  const kind = reply.outcome === 'refused' ? reply.by : reply.outcome;
  const ending = endings[kind];
  const options = 'options' in reply ? (reply.options ?? []) : [];
  return (
    <Alert color={colours[kind] ?? 'gray'} variant="light" title={ending?.title}>
      <Stack gap="sm">
        <Text className="said" lang="zh-CN">
          {reply.text}
        </Text>
        {put && options.length > 0 && (
          <Group gap="sm" lang="zh-CN">
            {options.map(({ label, send }) => (
              <Button key={send} variant="default" onClick={() => put({ question: send })}>
                {label}
              </Button>
            ))}
          </Group>
        )}
        {ending && <Text size="sm">{ending.next}</Text>}
      </Stack>
    </Alert>
  );
}
