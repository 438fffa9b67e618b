import { Paper, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import { DataEnding } from './data-ending.tsx';
import { Figures } from './figures.tsx';
import type { DataTurn, Put } from './use-data-question.ts';

interface Props {
  turn: DataTurn;
  /** Null where a turn has been gone past: what it offers can no longer be tapped. */
  put: ((what: Put) => void) | null;
  busy: boolean;
}

/** A question and its answer: figures in full, any other ending in its words. */
export function DataTurnView({ turn, put, busy }: Props) {
  const words = useWords().data;
  const { reply } = turn;
  const parts = reply.outcome === 'several' ? reply.replies : [reply];
  return (
    <Paper component="article" withBorder radius="md" p="md" aria-busy={busy}>
      <Stack>
        <Title order={2} size="h5" fw={400} c="dimmed" lang="zh-CN">
          {words.you}：{turn.question}
        </Title>
        {parts.map((part, index) =>
          part.outcome === 'data' ? (
            <Figures key={`${index}-data`} messageId={turn.messageId} question={turn.question} reply={part} put={put} />
          ) : (
            <DataEnding key={`${index}-${part.outcome}`} reply={part} put={put} />
          ),
        )}
        <Text size="sm" c="dimmed">
          {words.aiLabel}
        </Text>
      </Stack>
    </Paper>
  );
}
