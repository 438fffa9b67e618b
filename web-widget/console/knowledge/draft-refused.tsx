import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { CardVersionDetail, DiffLine } from '../../../channels/http/card-types.ts';
import { DeskError, desk } from '../api/desk-client.ts';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { DiffView } from './diff-view.tsx';

interface Props {
  error: Error;
  cardId: string;
  version: number;
  takeTheirs: (theirs: CardVersionDetail) => void;
  /** Saves what is typed here upon the revision that the other one made. */
  keepMine: (revision: number) => void;
}

/** Why a draft was not saved. When somebody else was faster: what they changed, with nothing typed here lost. */
export function DraftRefused({ error, ...props }: Props) {
  if (!(error instanceof DeskError) || error.code !== 'version_conflict') return <Failed error={error} />;
  return <Conflict details={error.details as unknown as ConflictDetails} {...props} />;
}

interface ConflictDetails {
  revision?: number;
  changedBy?: string;
  lines?: DiffLine[];
}

function Conflict({
  details,
  cardId,
  version,
  takeTheirs,
  keepMine,
}: Omit<Props, 'error'> & { details: ConflictDetails }) {
  const words = useWords().knowledge.edit;
  const client = useQueryClient();
  const { revision, changedBy = '', lines = [] } = details;
  const read = async () => {
    const path = `/cards/${encodeURIComponent(cardId)}/versions/${version}`;
    const theirs = await desk.get<CardVersionDetail>(path);
    client.setQueryData(['card', cardId, 'version', version], theirs);
    takeTheirs(theirs);
  };
  return (
    <Alert color="orange" role="alert" title={words.conflictTitle(changedBy)}>
      <Stack gap="xs">
        {lines.length > 0 ? (
          <>
            <Text size="sm">{words.conflictText}</Text>
            <DiffView lines={lines} />
          </>
        ) : (
          <Text size="sm">{words.conflictNone}</Text>
        )}
        <Group>
          {revision !== undefined && <Button onClick={() => keepMine(revision)}>{words.keepMine}</Button>}
          <Button variant="default" onClick={() => void read()}>
            {words.takeTheirs}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
