import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { DeskError } from '../api/desk-client.ts';
import { useWords } from '../words/use-words.tsx';
import { type DecisionForm as Form, inputOf, toDecision } from './correction-draft.ts';
import { CorrectionField } from './correction-field.tsx';
import { focusTarget } from './focus-target.ts';
import type { Target } from './targets.ts';
import { useDeciding } from './use-deciding.ts';

/** What would be right, or why it is not used; below what it is about, so that the call stays in sight. Escape leaves it. */
export function DecisionForm({ form, target, about }: { form: Form; target: Target; about: string }) {
  const deciding = useDeciding();
  const words = useWords().calls.decide;
  const [asked, setAsked] = useState(false);
  const fields = useRef<HTMLFormElement>(null);
  const draft = deciding.draftOf(target);
  const body = toDecision(form, target.kind, draft);
  const error = deciding.errorOf(target);
  useEffect(() => {
    const first = fields.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    first?.focus();
    // A short text is mostly typed anew; a long one is mended.
    if (first instanceof HTMLInputElement) first.select();
  }, []);

  const leave = () => {
    deciding.close();
    focusTarget(target.key);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(body === null);
    if (!body) return;
    await deciding.decide(target, body);
    focusTarget(target.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  };
  const isRejection = form === 'reject';
  return (
    <form
      ref={fields}
      className="decision-form"
      onSubmit={submit}
      onKeyDown={onKeyDown}
      aria-label={`${isRejection ? words.reject : words.correct}${words.of(about)}`}
    >
      <Stack gap="xs">
        {!isRejection && inputOf(target.kind) && (
          <CorrectionField target={target} draft={draft} change={(next) => deciding.change(target, next)} />
        )}
        <Textarea
          label={isRejection ? words.reason : words.reasonOptional}
          required={isRejection}
          autosize
          minRows={1}
          value={draft.reason}
          onChange={({ currentTarget: { value } }) => deciding.change(target, { ...draft, reason: value })}
        />
        {asked && body === null && (
          <Text role="alert" className="pressing">
            {isRejection ? words.noReason : words.incomplete}
          </Text>
        )}
        {!isRejection && target.kind !== 'callback' && (
          <Text size="sm" c="dimmed">
            {words.caseNote}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={deciding.isPending(target)}>
            {error instanceof DeskError && error.code === 'suggestion_decided' ? words.submitAgain : words.submit}
          </Button>
          <Button size="compact-md" variant="default" onClick={leave}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
