import { Badge, Button, Group, Kbd, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';
import { inputOf } from './correction-draft.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionRefused } from './decision-refused.tsx';
import { isDecided, mayAccept, type Target } from './targets.ts';
import { useDeciding } from './use-deciding.ts';

interface Props {
  target: Target;
  /** What is decided on, said to screen readers beside each button. */
  about: string;
  /** In place of the first button, where saying yes takes more than a word. */
  accept?: ReactNode;
}

/** Accept, correct, reject; or what was decided, by whom, and the way back. */
export function DecisionBar({ target, about, accept }: Props) {
  const deciding = useDeciding();
  const error = deciding.errorOf(target);
  const form = deciding.openForm(target);
  return (
    <>
      {isDecided(target) ? <Decided target={target} about={about} /> : <Choices {...{ target, about, accept }} />}
      {error && <DecisionRefused error={error} />}
      {form && <DecisionForm key={form} form={form} target={target} about={about} />}
    </>
  );
}

function Choices({ target, about, accept }: Props) {
  const deciding = useDeciding();
  const words = useWords().calls.decide;
  const accepts = mayAccept(target, deciding.call.state);
  const press = (label: string, key: string, act: () => void, variant: string) => (
    <DecisionButton {...{ target, about, label, shortcut: key, act, variant }} />
  );
  return (
    <Group gap="xs">
      {accepts &&
        (accept ??
          press(
            acceptLabel(words, target),
            'a',
            () => void deciding.decide(target, { decision: 'accepted' }),
            'filled',
          ))}
      {inputOf(target.kind) &&
        press(accepts ? words.correct : words.fill, 'c', () => deciding.toggle(target, 'correct'), 'default')}
      {accepts && press(rejectLabel(words, target), 'r', () => deciding.toggle(target, 'reject'), 'default')}
    </Group>
  );
}

type DecideWords = ReturnType<typeof useWords>['calls']['decide'];
const acceptLabel = (words: DecideWords, { kind }: Target) => (kind === 'warning' ? words.acceptWarning : words.accept);
const rejectLabel = (words: DecideWords, { kind }: Target) =>
  kind === 'warning' ? words.rejectWarning : kind === 'similar' ? words.rejectSimilar : words.reject;

interface ButtonProps {
  target: Target;
  about: string;
  label: string;
  shortcut: string;
  act: () => void;
  variant: string;
}

/** Its key is shown where it would act: on what is chosen. */
export function DecisionButton({ target, about, label, shortcut, act, variant }: ButtonProps) {
  const deciding = useDeciding();
  const words = useWords().calls.decide;
  const takesKey = deciding.isChosen(target);
  return (
    <Button
      size="compact-md"
      variant={variant}
      disabled={deciding.isPending(target)}
      onClick={act}
      {...(takesKey && { 'aria-keyshortcuts': shortcut, rightSection: <Kbd aria-hidden="true">{shortcut}</Kbd> })}
    >
      {label}
      <span className="unseen">{words.of(about)}</span>
    </Button>
  );
}

function Decided({ target, about }: { target: Target; about: string }) {
  const deciding = useDeciding();
  const { calls } = useWords();
  const words = calls.decide;
  const { decision } = target;
  const made = decision && decision.decision !== 'withdrawn' ? decision : null;
  return (
    <Group gap="xs">
      <Badge
        variant="light"
        size="lg"
        radius="sm"
        color={made?.decision === 'rejected' ? 'gray' : 'teal'}
        c="var(--mantine-color-text)"
      >
        {made ? words[made.decision] : calls.pinned}
      </Badge>
      <Text size="sm" c="dimmed">
        {[made?.by, made?.decision === 'corrected' && target.kind !== 'callback' && words.becomesCase, made?.reason]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {deciding.call.ticketNumber === null && (
        <DecisionButton
          {...{ target, about, label: words.undo, shortcut: 'u', variant: 'default' }}
          act={() => deciding.undo(target)}
        />
      )}
    </Group>
  );
}
