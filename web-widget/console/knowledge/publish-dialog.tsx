import { Alert, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CardDetail, CardProblem, CardVersionDetail } from '../../../channels/http/card-types.ts';
import { DeskError } from '../api/desk-client.ts';
import { DayInput } from '../parts/day-input.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { announce } from './announce.ts';
import { Lines } from './card-diff.tsx';
import { cardPath } from './paths.ts';
import { namePlace } from './problem-list.tsx';
import { today } from './today.ts';
import { TrialAnswers } from './trial-answers.tsx';
import { useCards, usePublish } from './use-cards.ts';

interface Props {
  card: CardDetail;
  /** The saved draft that is to be published; null while the dialog is closed. */
  draft: CardVersionDetail | null;
  /** Nothing keeps it from being published as far as the form can see. */
  isReady: boolean;
  close: () => void;
}

/** From which day, what changed, what it does to the answers; then it is published. */
export function PublishDialog({ card, draft, isReady, close }: Props) {
  const words = useWords().knowledge.publish;
  return (
    <Dialog title={draft ? words.title : null} close={close}>
      {draft && <PublishForm card={card} draft={draft} isReady={isReady} close={close} />}
    </Dialog>
  );
}

/** The day the draft names when it is a later one than the version it follows; otherwise from today. */
function firstDay({ inForce }: CardDetail, { body }: CardVersionDetail): string {
  const named = /^\d{4}-\d\d-\d\d$/.test(body.validFrom) ? body.validFrom : today();
  return inForce && named <= inForce.validFrom ? today() : named;
}

function PublishForm({ card, draft, isReady, close }: Props & { draft: CardVersionDetail }) {
  const words = useWords();
  const names = words.knowledge.publish;
  const navigate = useNavigate();
  const publish = usePublish(card.id, draft.version);
  const cards = useCards();
  const [validFrom, setValidFrom] = useState(() => firstDay(card, draft));
  const [note, setNote] = useState(draft.note);
  const from = card.inForce?.version ?? null;
  const send = () => {
    publish.mutate(
      { revision: draft.revision, validFrom, note },
      {
        onSuccess() {
          close();
          announce(validFrom > today() ? names.upcoming(validFrom) : names.published);
          navigate(cardPath(card.id));
        },
      },
    );
  };
  return (
    <Form send={send}>
      {!isReady && <Alert color="orange">{names.fixFirst}</Alert>}
      {cards.data?.needsTwoPeople && <Text size="sm">{names.twoPeople}</Text>}
      {publish.error && <Refused error={publish.error} />}
      <DayInput label={names.validFrom} required value={validFrom} change={(day) => setValidFrom(day)} />
      <TextInput
        label={names.note}
        maxLength={500}
        value={note}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
      <Title order={3} size="h5">
        {names.changes}
      </Title>
      {from === null ? <Text size="sm">{names.first}</Text> : <Lines id={card.id} from={from} to={draft.version} />}
      <TrialAnswers id={card.id} version={draft.version} />
      <FormButtons confirm={names.confirm} close={close} pending={publish.isPending} disabled={!isReady} />
    </Form>
  );
}

/** What the desk found when it looked at the whole card; each with its place. */
function Refused({ error }: { error: Error }) {
  const { sections } = useWords().knowledge;
  const problems = error instanceof DeskError ? (error.details.problems as CardProblem[] | undefined) : undefined;
  return (
    <>
      <Failed error={error} />
      {problems && (
        <ul className="problems">
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {namePlace(path, sections)}：{message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
