import { Alert, Button, Group, List, Text } from '@mantine/core';
import { DeskError } from '../api/desk-client.ts';
import { Moment } from '../parts/moment.tsx';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useEventName } from './event-notes.ts';

interface Props {
  error: Error;
  chooseUnit: (unit: string) => void;
}

/** Why a move was refused, and what to do: what changed, what a reply lacks, which unit may have been meant. */
export function MoveRefused({ error, chooseUnit }: Props) {
  if (!(error instanceof DeskError)) return <Failed error={error} />;
  if (error.code === 'version_conflict') return <Changed changed={listOf<ChangedEvent>(error, 'changed')} />;
  if (error.code === 'reply_incomplete') return <Findings findings={listOf<{ text: string }>(error, 'findings')} />;
  if (error.code === 'unit_unknown')
    return <Candidates error={error} units={listOf<string>(error, 'candidates')} choose={chooseUnit} />;
  return <Failed error={error} />;
}

interface ChangedEvent {
  sequence: number;
  kind: string;
  at: string;
  actor: string;
}

const listOf = <T,>({ details }: DeskError, name: string): T[] =>
  Array.isArray(details[name]) ? (details[name] as T[]) : [];

function Changed({ changed }: { changed: ChangedEvent[] }) {
  const words = useWords();
  const nameOf = useEventName();
  return (
    <Alert color="orange" role="alert" title={words.handling.move.changedTitle}>
      <List size="sm">
        {changed.map(({ sequence, kind, at, actor }) => (
          <List.Item key={sequence}>
            <Moment at={at} /> {words.ticket.actors[actor] ?? actor}：{nameOf(kind)}
          </List.Item>
        ))}
      </List>
      <Text size="sm">{words.handling.move.changedKept}</Text>
    </Alert>
  );
}

function Findings({ findings }: { findings: { text: string }[] }) {
  const words = useWords().handling.move;
  return (
    <Alert color="red" role="alert" title={words.withFindings}>
      <List size="sm">
        {findings.map(({ text }) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Candidates({ error, units, choose }: { error: DeskError; units: string[]; choose: (unit: string) => void }) {
  const words = useWords().handling.move;
  return (
    <>
      <Failed error={error} />
      {units.length > 0 && (
        <Group gap="xs" role="group" aria-label={words.unitMeant}>
          {units.map((unit) => (
            <Button key={unit} variant="light" size="compact-md" onClick={() => choose(unit)}>
              {unit}
            </Button>
          ))}
        </Group>
      )}
    </>
  );
}
