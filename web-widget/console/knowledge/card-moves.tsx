import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CardDetail, CardVersionSummary } from '../../../channels/http/card-types.ts';
import { Failed } from '../parts/query-states.tsx';
import { ReasonDialog } from '../parts/reason-form.tsx';
import { useWords } from '../words/use-words.tsx';
import { announce } from './announce.ts';
import { versionPath } from './paths.ts';
import { useNewDraft, useRestore, useUndoPublish, useWithdraw } from './use-cards.ts';

/** What can be done to the card, and to the version of it that is looked at. */
export function CardMoves({ card, version }: { card: CardDetail; version: number | null }) {
  const shown = card.versions.find((one) => one.version === version);
  return (
    <Stack gap="xs" align="stretch">
      <EditMove card={card} />
      {shown && <UndoMove card={card} shown={shown} />}
      {shown && shown.version !== card.inForce?.version && shown.state !== 'draft' && (
        <RestoreMove card={card} shown={shown} />
      )}
      {shown?.state === 'published' && <WithdrawMove card={card} shown={shown} />}
    </Stack>
  );
}

interface Props {
  card: CardDetail;
  shown: CardVersionSummary;
}

function EditMove({ card }: { card: CardDetail }) {
  const words = useWords().knowledge.card;
  const navigate = useNavigate();
  const make = useNewDraft();
  if (card.draft)
    return (
      <Button component={Link} to={versionPath(card.id, card.draft.version)}>
        {words.goToDraft}
      </Button>
    );
  const open = () =>
    make.mutate(
      { from: 'card', cardId: card.id },
      { onSuccess: ({ drafts: [made] }) => made && navigate(versionPath(made.cardId, made.version)) },
    );
  return (
    <>
      <Button onClick={open} loading={make.isPending}>
        {words.edit}
      </Button>
      {make.error && <Failed error={make.error} />}
    </>
  );
}

function UndoMove({ card, shown }: Props) {
  const words = useWords().knowledge.card;
  const undo = useUndoPublish(card.id);
  if (!shown.canUndo) return undo.error ? <Failed error={undo.error} /> : null;
  const act = () =>
    undo.mutate({ version: shown.version, revision: shown.revision }, { onSuccess: () => announce(words.undone) });
  return (
    <>
      <Button variant="default" onClick={act} loading={undo.isPending}>
        {words.undo}
      </Button>
      {undo.error && <Failed error={undo.error} />}
    </>
  );
}

function RestoreMove({ card, shown }: Props) {
  const words = useWords().knowledge.card;
  const navigate = useNavigate();
  const restore = useRestore(card.id);
  const act = () =>
    restore.mutate(shown.version, {
      onSuccess: ({ cardId, version }) => {
        announce(words.restored);
        navigate(versionPath(cardId, version));
      },
    });
  return (
    <>
      <Button variant="default" onClick={act} loading={restore.isPending}>
        {words.restore}
      </Button>
      {restore.error && <Failed error={restore.error} />}
    </>
  );
}

function WithdrawMove({ card, shown }: Props) {
  const words = useWords().knowledge.card;
  const [isOpen, setOpen] = useState(false);
  const withdraw = useWithdraw(card.id, shown.version);
  const act = (reason: string) =>
    withdraw.mutate(
      { revision: shown.revision, reason },
      {
        onSuccess() {
          setOpen(false);
          announce(words.withdrawn);
        },
      },
    );
  return (
    <>
      <Button variant="light" color="red" onClick={() => setOpen(true)}>
        {words.withdraw}
      </Button>
      <ReasonDialog
        title={isOpen ? words.withdrawTitle : null}
        takesAway
        note={words.withdrawNote}
        confirm={words.withdraw}
        error={withdraw.error}
        pending={withdraw.isPending}
        close={() => setOpen(false)}
        act={act}
      />
    </>
  );
}
