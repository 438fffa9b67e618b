import { Alert, Badge, Group, List, Stack, Text } from '@mantine/core';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/use-words.tsx';
import './ticket.css';

const itemColours: Record<string, string> = {
  open: 'orange',
  answered: 'blue',
  solved: 'teal',
  part: 'orange',
  not: 'red',
};

/** Each thing asked for with what became of it, the reply, and what a reply that was sent back lacks. */
export function TicketItems({ ticket }: { ticket: TicketDetail }) {
  const words = useWords().handling.items;
  const { items, reply, sentBackReply } = ticket;
  return (
    <Stack gap="sm">
      <ol className="items">
        {items.map((item) => (
          <li key={item.id}>
            <Group justify="space-between" gap="xs" align="start">
              <Text className="said">{item.text}</Text>
              <Badge
                variant="light"
                size="lg"
                radius="sm"
                color={itemColours[item.state] ?? 'gray'}
                c="var(--mantine-color-text)"
              >
                {words.states[item.state]}
              </Badge>
            </Group>
            {item.reopened > 0 && (
              <Text size="sm" c="dimmed">
                {words.reopened(item.reopened)}
              </Text>
            )}
            {item.answer && <Text className="said answer">{item.answer}</Text>}
          </li>
        ))}
      </ol>
      {sentBackReply && (
        <Alert color="orange" title={words.sentBack}>
          <Text className="said">{sentBackReply.text}</Text>
          <Text fw={600} mt="xs">
            {words.lacking}
          </Text>
          <List size="sm">
            {sentBackReply.findings.map(({ text }) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {reply && (
        <div>
          <Text fw={600}>{words.reply}</Text>
          <Text size="sm" c="dimmed">
            <Moment at={reply.at} />
          </Text>
          <Text className="said">{reply.text}</Text>
        </div>
      )}
      <Ending ticket={ticket} />
    </Stack>
  );
}

function Ending({ ticket: { answerDueAt, satisfaction, closedBecause, status } }: { ticket: TicketDetail }) {
  const words = useWords().handling.items;
  const facts = [
    ...(answerDueAt && status === 'replied' ? [[words.answerDue, <Moment key="due" at={answerDueAt} />] as const] : []),
    ...(satisfaction ? [[words.satisfaction, words.satisfactions[satisfaction]] as const] : []),
    ...(closedBecause ? [[words.closed, words.closedBecause[closedBecause]] as const] : []),
  ];
  return facts.length > 0 ? <Facts facts={facts} /> : null;
}
