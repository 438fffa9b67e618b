import { Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import { DataEnding } from './data-ending.tsx';
import { Figures } from './figures.tsx';
import type { DataTurn, Put } from './use-data-question.ts';

interface Props {
  turn: DataTurn;
  /** Whether the conversation begins with it; what follows leans on it. */
  isFirst: boolean;
  /** Null where a turn has been gone past: what it offers can no longer be tapped. */
  put: ((what: Put) => void) | null;
  busy: boolean;
}

/** A question and its answer; those gone past are folded, so that the newest stands alone. */
export function DataTurnView({ turn, isFirst, put, busy }: Props) {
  const words = useWords().data;
  const asked = `${words.you}：${turn.question}`;
  return (
    <Paper component="article" withBorder radius="md" p="md" aria-busy={busy}>
      {put ? (
        <Stack>
          <Title order={2} size="h5" fw={400} c="dimmed" lang="zh-CN">
            {asked}
          </Title>
          <Answer turn={turn} isFirst={isFirst} put={put} />
        </Stack>
      ) : (
        <Folded turn={turn} asked={asked} isFirst={isFirst} />
      )}
    </Paper>
  );
}

function Folded({ turn, asked, isFirst }: { turn: DataTurn; asked: string; isFirst: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="turn-summary" lang="zh-CN">
        <h2>{asked}</h2> {!isOpen && <span className="turn-said">{turn.reply.text}</span>}
      </summary>
      {isOpen && (
        <Stack pt="sm">
          <Answer turn={turn} isFirst={isFirst} put={null} />
        </Stack>
      )}
    </details>
  );
}

function Answer({ turn: { messageId, question, reply }, isFirst, put }: Omit<Props, 'busy'>) {
  const words = useWords().data;
  const parts = reply.outcome === 'several' ? reply.replies : [reply];
  return (
    <>
      {parts.map((part, index) =>
        part.outcome === 'data' ? (
          <Figures
            key={`${index}-data`}
            messageId={messageId}
            suggestedName={isFirst ? question : ''}
            reply={part}
            put={put}
          />
        ) : (
          <DataEnding key={`${index}-${part.outcome}`} reply={part} put={put} />
        ),
      )}
      <Text size="sm" c="dimmed">
        {words.aiLabel}
      </Text>
    </>
  );
}
