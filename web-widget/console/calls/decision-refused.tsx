import { Alert, Text } from '@mantine/core';
import { DeskError } from '../api/desk-client.ts';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';

/** Why a decision was not taken. Whatever was typed for it stands. */
export function DecisionRefused({ error }: { error: Error }) {
  const words = useWords().calls.decide;
  if (!(error instanceof DeskError)) return <Failed error={error} />;
  if (error.code === 'suggestion_unknown') return <Changed title={words.gone} note={words.goneNote} />;
  if (error.code !== 'suggestion_decided') return <Failed error={error} />;
  const { by, decision } = error.details;
  const what =
    decision === 'accepted' || decision === 'corrected' || decision === 'rejected' ? words[decision] : words.withdrawn;
  return <Changed title={words.conflict} note={words.conflictNote(String(by ?? ''), what)} />;
}

function Changed({ title, note }: { title: string; note: string }) {
  return (
    <Alert color="orange" role="alert" title={title}>
      <Text size="sm">{note}</Text>
    </Alert>
  );
}
