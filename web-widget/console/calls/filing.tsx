import { Alert, Anchor, Button, Group, Kbd, List, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Finding } from '../../../channels/http/hotline-types.ts';
import { DeskError } from '../api/desk-client.ts';
import { Card } from '../parts/card.tsx';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useFileTicket } from './use-calls.ts';
import { useDeciding } from './use-deciding.ts';

interface Props {
  /** Whether the operator is being asked once more. */
  asking: boolean;
  setAsking: (asking: boolean) => void;
}

/** Files the draft at the operator's word, or leads to the ticket that the call has become or was added to. */
export function Filing(props: Props) {
  const words = useWords().calls;
  const { call } = useDeciding();
  return (
    <Card title={words.filing.title}>
      <div aria-live="polite">
        {call.ticketNumber && (
          <Anchor component={Link} to={`/tickets/${encodeURIComponent(call.ticketNumber)}`} fw={600}>
            {call.joined ? words.filing.joined(call.ticketNumber) : words.filing.filed(call.ticketNumber)}
          </Anchor>
        )}
      </div>
      {!call.ticketNumber && (call.state.draft ? <FileDraft {...props} /> : <Text c="dimmed">{words.noDraft}</Text>)}
    </Card>
  );
}

function FileDraft({ asking, setAsking }: Props) {
  const words = useWords().calls.filing;
  if (asking) return <AskOnceMore close={() => setAsking(false)} />;
  return (
    <Button onClick={() => setAsking(true)} aria-keyshortcuts="f" rightSection={<Kbd aria-hidden="true">f</Kbd>}>
      {words.file}
    </Button>
  );
}

/** A ticket that is filed cannot be unfiled: what it will say, what it lacks and what was not checked stand here first. */
function AskOnceMore({ close }: { close: () => void }) {
  const { calls } = useWords();
  const words = calls.filing;
  const { call } = useDeciding();
  const file = useFileTicket(call.id);
  const open = openFindings(call.findings, file.error);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  const { missing } = call.state;
  return (
    <form
      aria-label={words.check}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        file.mutate({ confirm: open.length > 0 }, { onSuccess: close });
      }}
    >
      <Stack gap="xs">
        <Text fw={600}>{words.check}</Text>
        <DraftInShort />
        {missing.length > 0 && (
          <Text className="missing">
            {words.stillMissing}
            {missing.map(({ text }) => text).join('、')}
          </Text>
        )}
        {open.length > 0 && <OpenFindings findings={open} />}
        {file.error && !isAboutFindings(file.error) && <Failed error={file.error} />}
        <Group gap="xs">
          <Button ref={confirm} type="submit" loading={file.isPending}>
            {open.length > 0 ? words.confirmAll : words.confirm}
          </Button>
          <Button variant="default" onClick={close}>
            {words.back}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const isAboutFindings = (error: Error) => error instanceof DeskError && error.code === 'findings_open';

/** As the page knows them, or as the desk named them when it would not file. */
function openFindings(known: readonly Finding[], error: Error | null): Finding[] {
  const open = known.filter(({ severity, settled }) => severity === 'high' && settled === null);
  if (open.length > 0 || !error || !isAboutFindings(error)) return open;
  const { findings } = (error as DeskError).details;
  return Array.isArray(findings) ? (findings as Finding[]) : [];
}

function DraftInShort() {
  const words = useWords().calls;
  const { fields } = useDeciding().call.state;
  return (
    <dl className="facts">
      {fields
        .filter(({ text }) => text !== null)
        .map(({ name, text }) => (
          <div key={name}>
            <dt>{words.fields[name]}</dt>
            <dd lang="zh-CN">{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function OpenFindings({ findings }: { findings: readonly Finding[] }) {
  const words = useWords().calls;
  return (
    <Alert color="orange" role="alert" title={words.filing.open}>
      <List size="sm">
        {findings.map(({ id, kind, text }) => (
          <List.Item key={id}>
            {words.after.kinds[kind]}：{text}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
