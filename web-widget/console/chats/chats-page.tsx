import { Group, Stack, Switch, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { ChatList } from '../../../channels/http/hand-over-types.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Failed, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { ChatPanel } from './chat-panel.tsx';
import { ChatQueue } from './chat-queue.tsx';
import { useChatStep, useChats, useReceiving } from './use-chats.ts';
import './chats.css';

/** The queue on one side, the chat that is open on the other. Which one is open stands in the address. */
export function ChatsPage() {
  const words = useWords().chats;
  const chats = useChats();
  const [params, setParams] = useSearchParams();
  const open = params.get('chat');
  const show = (id: string) => setParams({ chat: id });
  const step = useChatStep();
  const take = (id: string) => step.mutate({ id, step: 'take' }, { onSuccess: () => show(id) });
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Read query={chats}>
        {(list) => (
          <div className="chats">
            <Stack gap="md">
              <Duty list={list} />
              {step.error && <Failed error={step.error} />}
              <ChatQueue list={list} open={open} take={take} show={show} isTaking={step.isPending} />
            </Stack>
            {open ? <ChatPanel key={open} id={open} /> : <Empty>{words.noneTaken}</Empty>}
          </div>
        )}
      </Read>
    </>
  );
}

function Duty({ list: { receives, operatorsPresent } }: { list: ChatList }) {
  const words = useWords().chats;
  const receiving = useReceiving();
  return (
    <div>
      <Group justify="space-between">
        <Switch
          label={words.receive}
          size="md"
          checked={receives}
          disabled={receiving.isPending}
          onChange={(event) => receiving.mutate(event.currentTarget.checked)}
        />
        <Text size="sm">{words.onDuty(operatorsPresent)}</Text>
      </Group>
      <Text size="sm" c="dimmed">
        {words.receiveNote}
      </Text>
      {receiving.error && <Failed error={receiving.error} />}
    </div>
  );
}
