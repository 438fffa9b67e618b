import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CardDetail, CardVersionDetail } from '../../../channels/http/card-types.ts';
import { Card } from '../parts/card.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { useWords } from '../words/use-words.tsx';
import { announce } from './announce.ts';
import type { Problems } from './card-problems.ts';
import { cardPath } from './paths.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { useDiscard } from './use-cards.ts';
import type { DraftTyping } from './use-draft-typing.ts';

interface Props {
  card: CardDetail;
  draft: CardVersionDetail;
  typing: DraftTyping;
  problems: Problems;
  saving: boolean;
  /** The draft as it stands after saving, or null when it was refused. */
  save: () => Promise<CardVersionDetail | null>;
}

/** Save, publish, discard; and whether what is typed is safe. */
export function DraftBar({ card, draft, typing, problems, saving, save }: Props) {
  const words = useWords().knowledge;
  const [publishing, setPublishing] = useState<CardVersionDetail | null>(null);
  // What is published is what is saved: a form with something typed is saved first.
  const openPublish = async () => setPublishing(typing.isDirty ? await save() : draft);
  const state = typing.wouldBeLost ? words.edit.noRoom : typing.isDirty ? words.edit.notSaved : words.edit.allSaved;
  return (
    <Card title={words.card.moves}>
      <Stack gap="xs">
        <Text size="sm" role="status" {...(typing.wouldBeLost && { className: 'pressing' })}>
          {state}
        </Text>
        <Button onClick={() => void save()} loading={saving} disabled={!typing.isDirty}>
          {words.edit.save}
        </Button>
        <Button variant="default" onClick={() => void openPublish()} disabled={saving}>
          {words.publish.button}
        </Button>
        {typing.undoRemove && (
          <Button variant="default" onClick={typing.undoRemove}>
            {words.edit.undoRemove}
          </Button>
        )}
        <DiscardMove card={card} draft={draft} typing={typing} />
      </Stack>
      <PublishDialog
        card={card}
        draft={publishing}
        isReady={Object.keys(problems).length === 0}
        close={() => setPublishing(null)}
      />
    </Card>
  );
}

function DiscardMove({ card, draft, typing }: Pick<Props, 'card' | 'draft' | 'typing'>) {
  const words = useWords().knowledge.card;
  const navigate = useNavigate();
  const discard = useDiscard(card.id);
  const [isOpen, setOpen] = useState(false);
  const act = () => {
    // What is typed goes with the draft, so that nobody is asked about it on the way out.
    typing.takeOver(draft);
    discard.mutate(
      { version: draft.version, revision: draft.revision },
      {
        onSuccess() {
          announce(words.discarded);
          // A card that was only this draft is there no more.
          navigate(card.versions.length > 1 ? cardPath(card.id) : '/knowledge/cards');
        },
      },
    );
  };
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
        {words.discard}
      </Button>
      <Dialog title={isOpen ? words.discardTitle : null} close={() => setOpen(false)}>
        <Form send={act} error={discard.error}>
          <Text>{words.discardNote}</Text>
          <FormButtons confirm={words.discard} close={() => setOpen(false)} pending={discard.isPending} takesAway />
        </Form>
      </Dialog>
    </>
  );
}
