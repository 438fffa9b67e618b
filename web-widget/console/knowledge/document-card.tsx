import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { DocumentEntry, DocumentState } from '../../../channels/http/card-types.ts';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/use-words.tsx';
import { DocumentMoves } from './document-moves.tsx';
import { cardPath, documentPath } from './paths.ts';

/** A document with its report: what was read of it, or why not and what to do. */
export function DocumentCard({ document }: { document: DocumentEntry }) {
  const words = useWords().knowledge.documents;
  const { docId, name, title, state, failure, reason } = document;
  const isReadable = state === 'ready' || state === 'withdrawn';
  return (
    <Paper component="article" withBorder radius="md" p="md" aria-label={title || name}>
      <Stack gap="xs">
        <Group justify="space-between" align="start" gap="sm">
          <Title order={2} size="h4">
            {isReadable ? (
              <Anchor component={Link} to={documentPath(docId)} inherit>
                {title || name}
              </Anchor>
            ) : (
              title || name
            )}
          </Title>
          <StateBadge state={state} />
        </Group>
        {title && title !== name && <Text className="quiet file-name">{name}</Text>}
        {isReadable && <Report document={document} />}
        {failure && (
          <Text className="pressing" role="alert">
            {failure.message} {words.next[failure.code]}
          </Text>
        )}
        {reason && <Text size="sm">{reason}</Text>}
        {state === 'ready' && <Matters document={document} />}
        {(state === 'ready' || state === 'failed') && <DocumentMoves document={document} />}
      </Stack>
    </Paper>
  );
}

const colours: Record<DocumentState, string> = {
  waiting: 'gray', reading: 'blue', ready: 'blue', failed: 'red', withdrawn: 'gray',
}; // biome-ignore format: a small table

function StateBadge({ state }: { state: DocumentState }) {
  const words = useWords().knowledge.documents;
  return (
    <Badge variant="light" size="lg" radius="sm" color={colours[state]} c="var(--mantine-color-text)" role="status">
      {words.states[state]}
    </Badge>
  );
}

function Report({ document }: { document: DocumentEntry }) {
  const { documents: words, card } = useWords().knowledge;
  const { locale } = useWords();
  const { pages, scannedPages, characters, passages, validFrom, validTo, serves, origin, uploadedBy } = document;
  const said = [
    pages !== null && words.pages(pages, scannedPages),
    words.size(characters.toLocaleString(locale), passages),
    validFrom && `${words.days} ${card.days(validFrom, validTo)}`,
    serves ? words.serves : words.servesNot,
    uploadedBy ? `${words.by} ${uploadedBy}` : words.origins[origin],
  ].filter(Boolean);
  return (
    <Text size="sm">
      {said.join(' · ')}
      {document.uploadedAt && (
        <>
          {' '}
          · <Moment at={document.uploadedAt} />
        </>
      )}
    </Text>
  );
}

function Matters({ document: { matters } }: { document: DocumentEntry }) {
  const { documents: words, card } = useWords().knowledge;
  if (matters.length === 0) return null;
  return (
    <details>
      <summary>{words.matters(matters.length)}</summary>
      <ul className="matters">
        {matters.map(({ title, cardId, isNew, page }, at) => (
          <li key={at}>
            {isNew ? (
              title
            ) : (
              <Anchor component={Link} to={cardPath(cardId)} underline="always">
                {title}
              </Anchor>
            )}
            <span className="quiet">
              {' '}
              {isNew ? words.matterNew : words.matterKnown}
              {page !== null && ` · ${card.page(page)}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
