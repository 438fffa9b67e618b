import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { ChatDetail, ChatMessage } from '../../../channels/http/hand-over-types.ts';
import { Card } from '../parts/card.tsx';
import { Moment } from '../parts/moment.tsx';
import { Failed, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { ReplyBox } from './reply-box.tsx';
import { useChat, useChatStep } from './use-chats.ts';

/** One chat: what was said, by whom, on what it rests; and the reply while it goes on. */
export function ChatPanel({ id }: { id: string }) {
  const chat = useChat(id);
  return <Read query={chat}>{(shown) => <Chat chat={shown} />}</Read>;
}

function Chat({ chat }: { chat: ChatDetail }) {
  const words = useWords().chats;
  const step = useChatStep();
  const reopen = () => step.mutate({ id: chat.id, step: 'reopen' });
  const end = () =>
    step.mutate(
      { id: chat.id, step: 'end' },
      { onSuccess: () => notifications.show({ message: words.endedNow, withCloseButton: false }) },
    );
  return (
    <Card title={words.transcript}>
      <Lines messages={chat.messages} />
      {chat.endedAt ? (
        <Group mt="sm" role="status">
          <Text>{words.ended}</Text>
          <Button size="compact-md" variant="default" loading={step.isPending} onClick={reopen}>
            {words.undo}
          </Button>
        </Group>
      ) : (
        <>
          <ReplyBox id={chat.id} />
          <Button mt="sm" variant="default" loading={step.isPending} onClick={end}>
            {words.end}
          </Button>
        </>
      )}
      {step.error && <Failed error={step.error} />}
    </Card>
  );
}

function Lines({ messages }: { messages: readonly ChatMessage[] }) {
  const words = useWords().chats;
  const box = useRef<HTMLElement>(null);
  const newest = messages.at(-1)?.id;
  // A new line brings the newest into sight.
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [newest]);
  return (
    <section
      className="chat-lines"
      aria-label={words.transcript}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      ref={box}
    >
      <ol aria-live="polite">
        {messages.map((message) => (
          <Line key={message.id} message={message} />
        ))}
      </ol>
    </section>
  );
}

function Line({ message }: { message: ChatMessage }) {
  const words = useWords().chats;
  const { role, text, reply, at } = message;
  if (reply?.outcome === 'with_person') return null;
  const by =
    role === 'citizen' ? words.citizen : reply?.outcome === 'person' && reply.by !== null ? reply.by : words.assistant;
  const citations = reply && 'citations' in reply ? reply.citations : [];
  const titles = [...new Set(citations.map(({ title }) => `《${title}》`))].join('');
  return (
    <li className={role === 'citizen' ? 'citizen' : reply?.outcome === 'person' ? 'person' : 'assistant'}>
      <Text size="sm" c="dimmed">
        {by} <Moment at={at} />
      </Text>
      <Text className="said" lang="zh-CN">
        {text}
      </Text>
      {titles && (
        <Text size="sm" lang="zh-CN">
          {titles}
        </Text>
      )}
    </li>
  );
}
