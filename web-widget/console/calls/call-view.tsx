import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { CallDetail } from '../../../channels/http/api-types.ts';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { Empty, Failed, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useCall, useFileTicket } from './use-calls.ts';

export function CallView({ id }: { id: string }) {
  const call = useCall(id);
  return (
    <Read query={call}>
      {(call) => (
        <>
          <Transcript call={call} />
          <Stack>
            <Suggestions call={call} />
            <Draft call={call} />
          </Stack>
        </>
      )}
    </Read>
  );
}

function Transcript({ call }: { call: CallDetail }) {
  const words = useWords().calls;
  return (
    <Card title={words.transcript}>
      <ol className="transcript" aria-live="polite">
        {call.utterances.map(({ sequence, speaker, text }) => (
          <li key={sequence} className={speaker}>
            <Text size="sm" c="dimmed" component="span">
              {words.speakers[speaker]}
            </Text>
            <Text className="said" lang="zh-CN">
              {text}
            </Text>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Suggestions({ call }: { call: CallDetail }) {
  const words = useWords().calls;
  const { wants, suggestions } = call.state;
  return (
    <Card title={words.suggestions}>
      <Stack gap="sm">
        <Group gap={6}>
          {wants.map((want) => (
            <Badge key={want} variant="light" size="lg" radius="sm" color={want === 'emergency' ? 'red' : 'blue'}>
              {words.wants[want]}
            </Badge>
          ))}
        </Group>
        {suggestions.length === 0 && <Empty>{words.noSuggestions}</Empty>}
        {suggestions.map(({ kind, text, sources }) => (
          <Alert key={kind + text} color={kind === 'warning' ? 'red' : 'blue'} title={words.kinds[kind]}>
            <Text className="said" lang="zh-CN">
              {text}
            </Text>
            {sources.length > 0 && (
              <Text size="sm">{[...new Set(sources.map(({ title }) => `《${title}》`))].join('')}</Text>
            )}
          </Alert>
        ))}
      </Stack>
    </Card>
  );
}

function Draft({ call }: { call: CallDetail }) {
  const { calls: words, ticket, tickets, purposes } = useWords();
  const { draft, missing } = call.state;
  if (!draft) return null;
  return (
    <Card title={words.draft}>
      <Facts
        facts={[
          [ticket.purpose, purposes[draft.purpose] ?? draft.purpose],
          [ticket.categoryName, `${draft.category.group} › ${draft.category.name}`],
          [tickets.place, [draft.place.district, draft.place.street, draft.place.detail].filter(Boolean).join(' ')],
          [tickets.owner, draft.dispatch.lead],
          [words.missing, missing.join('、')],
        ]}
      />
      <Filing call={call} />
    </Card>
  );
}

/** Files the draft, or leads to the ticket it has become. */
function Filing({ call }: { call: CallDetail }) {
  const words = useWords().calls;
  const file = useFileTicket(call.id);
  if (call.ticketNumber)
    return (
      <Anchor component={Link} to={`/tickets/${encodeURIComponent(call.ticketNumber)}`}>
        {words.filedAs(call.ticketNumber)}
      </Anchor>
    );
  return (
    <Stack gap="sm" mt="sm">
      {file.error && <Failed error={file.error} />}
      <Button loading={file.isPending} onClick={() => file.mutate()}>
        {words.file}
      </Button>
    </Stack>
  );
}
