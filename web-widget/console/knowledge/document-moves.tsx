import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DocumentEntry, DraftsMade } from '../../../channels/http/card-types.ts';
import { Failed } from '../parts/query-states.tsx';
import { ReasonDialog } from '../parts/reason-form.tsx';
import { useWords } from '../words/use-words.tsx';
import { announce } from './announce.ts';
import { DocumentDaysDialog } from './document-days-dialog.tsx';
import { versionPath } from './paths.ts';
import { useNewDraft } from './use-cards.ts';
import { useWithdrawDocument } from './use-documents.ts';

/** What can be made of a document, and how it is taken out of use. */
export function DocumentMoves({ document }: { document: DocumentEntry }) {
  const words = useWords().knowledge.documents;
  const [open, setOpen] = useState<'days' | 'withdraw' | null>(null);
  const drafts = useNewDraft();
  const name = document.title || document.name;
  const isReady = document.state === 'ready';
  return (
    <>
      <Group gap="xs">
        {isReady && document.matters.length > 0 && (
          <Button
            aria-label={words.draftOf(name)}
            loading={drafts.isPending}
            onClick={() => drafts.mutate({ from: 'document', docId: document.docId })}
          >
            {words.draft}
          </Button>
        )}
        {isReady && (
          <Button variant="default" aria-label={words.changeOf(name)} onClick={() => setOpen('days')}>
            {words.change}
          </Button>
        )}
        {document.origin !== 'corpus' && (
          <Button variant="subtle" color="red" aria-label={words.withdrawOf(name)} onClick={() => setOpen('withdraw')}>
            {words.withdraw}
          </Button>
        )}
      </Group>
      {drafts.error && <Failed error={drafts.error} />}
      {drafts.data && <Made made={drafts.data} />}
      <DocumentDaysDialog document={document} opened={open === 'days'} close={() => setOpen(null)} />
      <WithdrawDialog document={document} opened={open === 'withdraw'} close={() => setOpen(null)} />
    </>
  );
}

function Made({ made: { drafts, skipped } }: { made: DraftsMade }) {
  const words = useWords().knowledge.documents;
  return (
    <Stack gap={4} role="status">
      <Text>{words.drafted(drafts.length)}</Text>
      <ul className="matters">
        {drafts.map(({ cardId, version, title }) => (
          <li key={cardId}>
            <Anchor component={Link} to={versionPath(cardId, version)} underline="always">
              {words.openDraft(title)}
            </Anchor>
          </li>
        ))}
        {skipped.map(({ title, cardId, message }) => (
          <li key={cardId}>
            {words.skipped}
            {title}（{message}）
          </li>
        ))}
      </ul>
    </Stack>
  );
}

interface DialogProps {
  document: DocumentEntry;
  opened: boolean;
  close: () => void;
}

function WithdrawDialog({ document, opened, close }: DialogProps) {
  const words = useWords().knowledge.documents;
  const withdraw = useWithdrawDocument(document.docId);
  const act = (reason: string) =>
    withdraw.mutate(
      { revision: document.revision, reason },
      {
        onSuccess() {
          close();
          announce(words.withdrawn);
        },
      },
    );
  return (
    <ReasonDialog
      title={opened ? words.withdrawOf(document.title || document.name) : null}
      takesAway
      note={words.withdrawNote}
      confirm={words.withdraw}
      error={withdraw.error}
      pending={withdraw.isPending}
      close={close}
      act={act}
    />
  );
}
