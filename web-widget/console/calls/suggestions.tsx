import { Badge, Group, Stack, Text } from '@mantine/core';
import type { Suggestion } from '../../../channels/http/hotline-types.ts';
import { Card } from '../parts/card.tsx';
import { Empty } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { HeardIn } from './heard-in.tsx';
import { Sources } from './sources.tsx';
import { TargetFrame } from './target-frame.tsx';
import { ofSuggestion, suggestionsInOrder } from './targets.ts';
import { useDeciding } from './use-deciding.ts';

/** What to say: the answer to read out, the question to ask next. Warnings stand above the page. */
export function Suggestions() {
  const words = useWords().calls;
  const { state } = useDeciding().call;
  const offered = suggestionsInOrder(state).filter(({ kind }) => kind !== 'warning');
  return (
    <Card title={words.suggestions}>
      <Stack gap="sm">
        <Wants />
        {offered.length === 0 && <Empty>{words.noSuggestions}</Empty>}
        {offered.map((suggestion) => (
          <Offered key={suggestion.id} suggestion={suggestion} />
        ))}
      </Stack>
    </Card>
  );
}

function Wants() {
  const words = useWords().calls;
  const { wants } = useDeciding().call.state;
  return (
    <Group gap={6} role="group" aria-label={words.wantsLabel}>
      {wants.length === 0 && <Text c="dimmed">{words.unknownWants}</Text>}
      {wants.map((want) => (
        <Badge
          key={want}
          variant="light"
          size="lg"
          radius="sm"
          color={want === 'emergency' ? 'red' : 'blue'}
          c="var(--mantine-color-text)"
        >
          {words.wants[want]}
        </Badge>
      ))}
    </Group>
  );
}

function Offered({ suggestion }: { suggestion: Suggestion }) {
  const words = useWords().calls;
  const { kind, text, sources, matter, heardIn } = suggestion;
  const target = ofSuggestion(suggestion);
  return (
    <TargetFrame target={target} label={words.kinds[kind]} className={`offered kind-${kind}`}>
      <Group gap="xs" justify="space-between">
        <Text component="h3" fw={600} size="sm">
          {words.kinds[kind]}
        </Text>
        <HeardIn sequences={heardIn} />
      </Group>
      {matter && (
        <Text size="sm" c="dimmed">
          {words.matter}：{matter.title}
        </Text>
      )}
      <Text className={kind === 'note' ? 'said' : 'said read-out'} lang="zh-CN">
        {text}
      </Text>
      <Sources sources={sources} />
      <DecisionBar target={target} about={words.kinds[kind]} />
    </TargetFrame>
  );
}
