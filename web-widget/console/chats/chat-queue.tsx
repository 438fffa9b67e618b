import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChatList, ChatSummary } from '../../../channels/http/hand-over-types.ts';
import { useWords } from '../words/use-words.tsx';

interface Props {
  list: ChatList;
  open: string | null;
  take: (id: string) => void;
  show: (id: string) => void;
  isTaking: boolean;
}

/** Who waits, the longest first; then this operator's own, then who is in good hands already. */
export function ChatQueue({ list: { waiting, taken }, open, take, show, isTaking }: Props) {
  const words = useWords().chats;
  const mine = taken.filter(({ isMine }) => isMine);
  const others = taken.filter(({ isMine }) => !isMine);
  const nameOf = ({ lastWords }: ChatSummary) => (lastWords ?? words.saidNothing).slice(0, 20);
  return (
    <>
      <Section title={words.waiting}>
        {waiting.length === 0 && <Text c="dimmed">{words.nobodyWaits}</Text>}
        {waiting.map((chat) => (
          <Row key={chat.id} chat={chat}>
            <Button
              size="compact-md"
              disabled={isTaking}
              aria-label={words.takeName(nameOf(chat))}
              onClick={() => take(chat.id)}
            >
              {words.take}
            </Button>
          </Row>
        ))}
      </Section>
      {mine.length > 0 && (
        <Section title={words.mine}>
          {mine.map((chat) => (
            <Row key={chat.id} chat={chat}>
              <Button size="compact-md" variant="default" aria-current={chat.id === open} onClick={() => show(chat.id)}>
                {words.open(nameOf(chat))}
              </Button>
            </Row>
          ))}
        </Section>
      )}
      {others.length > 0 && (
        <Section title={words.others}>
          {others.map((chat) => (
            <Row key={chat.id} chat={chat}>
              <Text size="sm">{words.with(chat.takenBy ?? '')}</Text>
            </Row>
          ))}
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Stack gap="xs">{children}</Stack>
    </section>
  );
}

function Row({ chat, children }: { chat: ChatSummary; children: ReactNode }) {
  const words = useWords().chats;
  const { waitedSeconds, lastWords, isUnanswered, citizenPresent, isMine } = chat;
  const waited = words.waited(Math.floor(waitedSeconds / 60), waitedSeconds % 60);
  return (
    <Paper withBorder radius="md" p="sm">
      <Text lang="zh-CN" className="last-words">
        {lastWords ?? words.saidNothing}
      </Text>
      <Group justify="space-between" mt="xs">
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {waited}
          </Text>
          {isMine && isUnanswered && (
            <Badge variant="light" color="orange" c="var(--mantine-color-text)">
              {words.unanswered}
            </Badge>
          )}
          {!citizenPresent && (
            <Badge variant="light" color="gray" c="var(--mantine-color-text)">
              {words.away}
            </Badge>
          )}
        </Group>
        {children}
      </Group>
    </Paper>
  );
}
