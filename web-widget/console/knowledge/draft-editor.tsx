import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CardDetail, CardVersionDetail } from '../../../channels/http/card-types.ts';
import { Card } from '../parts/card.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useWords } from '../words/use-words.tsx';
import { announce } from './announce.ts';
import { Lines } from './card-diff.tsx';
import { CardEditor } from './card-editor.tsx';
import { CardPreview } from './card-preview.tsx';
import { findProblems, type Problems } from './card-problems.ts';
import { DraftBar } from './draft-bar.tsx';
import { DraftRefused } from './draft-refused.tsx';
import { FoundTyping } from './found-typing.tsx';
import { LeaveWarning } from './leave-warning.tsx';
import { ProblemList } from './problem-list.tsx';
import { UnreadParts } from './unread-parts.tsx';
import { useSaveDraft } from './use-cards.ts';
import { useDraftTyping } from './use-draft-typing.ts';

const views = ['edit', 'preview', 'diff'] as const;
type View = (typeof views)[number];

/** The form of a draft, beside it what is missing and what of the document was not understood. */
export function DraftEditor({ card, draft }: { card: CardDetail; draft: CardVersionDetail }) {
  const words = useWords().knowledge.edit;
  const typing = useDraftTyping(draft);
  const save = useSaveDraft(card.id, draft.version);
  const [view, setView] = useState<View>('edit');
  const { body, note, base, isDirty } = typing;
  const problems = useMemo(
    () => ({ ...(isDirty ? {} : byPath(draft)), ...findProblems(body, words.problems) }),
    [body, draft, isDirty, words],
  );
  /** Saves what is typed upon a revision; the draft as it then stands, or null when the desk refused. */
  const saveUpon = (revision: number) =>
    save.mutateAsync({ revision, body, note }).then(
      (saved) => {
        typing.takeOver(saved);
        announce(words.saved);
        return saved;
      },
      () => null,
    );
  return (
    <>
      <PageHeading title={body.title || draft.title} note={words.title} />
      <LeaveWarning typing={typing} />
      <div className="columns draft-columns">
        <Stack>
          <FoundTyping typing={typing} draft={draft} />
          {save.error && (
            <DraftRefused
              error={save.error}
              takeTheirs={(theirs) => {
                save.reset();
                typing.takeOver(theirs);
              }}
              keepMine={(revision) => void saveUpon(revision)}
              cardId={card.id}
              version={draft.version}
            />
          )}
          <ViewSwitch view={view} show={setView} />
          {view === 'edit' && <Text className="quiet">{words.keys}</Text>}
          {view === 'edit' && <CardEditor body={body} problems={problems} change={typing.change} />}
          {view === 'edit' && (
            <TextInput
              label={words.fields.note}
              maxLength={500}
              value={note}
              onChange={({ currentTarget: { value } }) => typing.setNote(value)}
            />
          )}
          {view === 'preview' && (
            <Card title={words.preview}>
              <CardPreview body={body} />
            </Card>
          )}
          {view === 'diff' && <Changes card={card} draft={draft} />}
        </Stack>
        <Stack>
          <DraftBar
            card={card}
            draft={draft}
            typing={typing}
            problems={problems}
            saving={save.isPending}
            save={() => saveUpon(base)}
          />
          <ProblemList problems={problems} show={() => setView('edit')} />
          <UnreadParts draft={draft} body={body} change={typing.change} />
        </Stack>
      </div>
    </>
  );
}

/** The desk's own findings, as the fields look them up. */
const byPath = ({ problems }: CardVersionDetail): Problems =>
  Object.fromEntries(problems.map(({ path, message }) => [path, message]));

function ViewSwitch({ view, show }: { view: View; show: (view: View) => void }) {
  const words = useWords().knowledge;
  const names: Record<View, string> = {
    edit: words.edit.title,
    preview: words.edit.preview,
    diff: words.publish.changes,
  };
  return (
    <div className="view-switch">
      <SegmentedControl
        aria-label={words.card.view}
        value={view}
        onChange={(chosen) => show(chosen as View)}
        data={views.map((one) => ({ value: one, label: names[one] }))}
      />
    </div>
  );
}

/** The saved draft beside the version that it is to take the place of. */
function Changes({ card, draft }: { card: CardDetail; draft: CardVersionDetail }) {
  const words = useWords().knowledge.publish;
  const from = card.inForce?.version ?? draft.baseVersion;
  return (
    <Card title={words.changes}>
      {from === null ? <Text>{words.first}</Text> : <Lines id={card.id} from={from} to={draft.version} />}
    </Card>
  );
}
