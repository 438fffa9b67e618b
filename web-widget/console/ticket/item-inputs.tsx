import { Radio, Stack, Textarea } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import type { MoveDraft } from './move-draft.ts';
import type { FieldProps } from './move-field-input.tsx';

/** A line for each thing that is still to be answered. */
export function ItemAnswers({ ticket, draft, change }: FieldProps) {
  const words = useWords().handling.move;
  return ticket.items
    .filter(({ state }) => state === 'open')
    .map(({ id, text }) => (
      <Textarea
        key={id}
        label={words.answerTo(id, text)}
        autosize
        minRows={1}
        value={draft.answers[id] ?? ''}
        onChange={({ currentTarget: { value } }) => change({ ...draft, answers: { ...draft.answers, [id]: value } })}
      />
    ));
}

/** What the citizen says of each thing that was answered. */
export function ItemVerdicts({ ticket, draft, change }: FieldProps) {
  const words = useWords().handling.move;
  return ticket.items.map(({ id, text }) => (
    <Radio.Group
      key={id}
      label={words.verdictOf(id, text)}
      value={draft.verdicts[id] ?? ''}
      onChange={(verdict) =>
        change({ ...draft, verdicts: { ...draft.verdicts, [id]: verdict as MoveDraft['verdicts'][number] } })
      }
    >
      <Stack gap="xs">
        {Object.entries(words.verdicts).map(([value, label]) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  ));
}
