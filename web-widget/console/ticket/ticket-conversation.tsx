import { Text } from '@mantine/core';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { Moment } from '../parts/moment.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { useWords } from '../words/use-words.tsx';

/** The talk that the ticket came from; personal data are masked by the desk. */
export function TicketConversation({ conversation }: { conversation: TicketDetail['conversation'] }) {
  const words = useWords().handling.conversation;
  if (conversation.length === 0) return <Text c="dimmed">{words.none}</Text>;
  return (
    <ScrollBox label={words.title}>
      <ol className="talk">
        {conversation.map(({ role, text, at }, index) => (
          <li key={index} className={role}>
            <Text size="sm" c="dimmed">
              {words[role]} · <Moment at={at} />
            </Text>
            <Text className="said">{text}</Text>
          </li>
        ))}
      </ol>
    </ScrollBox>
  );
}
