import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import { correctionSuites, type VerdictDraft } from './verdict-draft.ts';

interface Props {
  draft: VerdictDraft;
  change: (fields: Partial<VerdictDraft>) => void;
}

const kinds = ['matter', 'complaint', 'data', 'chitchat', 'emergency', 'injection', 'out_of_scope', 'multi'];
const outcomes = [
  'answered', 'partial', 'clarifying', 'ticket', 'data', 'emergency', 'not_in_scope', 'nothing_found', 'refused', 'handed_over',
]; // biome-ignore format: a list of words

/** What would have been right; with the box ticked it becomes a regression case of its suite. */
export function CorrectionFields({ draft, change }: Props) {
  const words = useWords().review.queue;
  return (
    <fieldset>
      <legend>{words.correction}</legend>
      <Stack gap="xs">
        <Textarea
          label={words.answer}
          rows={2}
          value={draft.answer}
          onChange={({ currentTarget: { value } }) => change({ answer: value })}
        />
        <Checkbox
          label={words.makeCase}
          checked={draft.makeCase}
          onChange={({ currentTarget: { checked } }) => change({ makeCase: checked })}
        />
        {draft.makeCase && <CaseFields draft={draft} change={change} />}
      </Stack>
    </fieldset>
  );
}

function CaseFields({ draft, change }: Props) {
  const words = useWords();
  const names = words.review.queue;
  const choice = (name: 'kind' | 'outcome' | 'expect', values: readonly string[], labels: Record<string, string>) => (
    <Select
      label={names[name]}
      data={values.map((value) => ({ value, label: labels[value] ?? value }))}
      value={draft[name] || null}
      onChange={(value) => change({ [name]: value ?? '' })}
      clearable
    />
  );
  const line = (name: 'label' | 'matter') => (
    <TextInput
      label={names[name]}
      value={draft[name]}
      onChange={({ currentTarget: { value } }) => change({ [name]: value })}
    />
  );
  const lines = (name: 'mustSay' | 'mustNotSay') => (
    <Textarea
      label={names[name]}
      rows={3}
      value={draft[name]}
      onChange={({ currentTarget: { value } }) => change({ [name]: value })}
    />
  );
  return (
    <div className="filters">
      <Select
        label={names.suite}
        data={correctionSuites.map((value) => ({ value, label: names.suites[value]! }))}
        value={draft.suite}
        onChange={(suite) => change({ suite: (suite ?? 'routing') as VerdictDraft['suite'] })}
        allowDeselect={false}
      />
      {draft.suite === 'routing' && choice('kind', kinds, words.evals.labels)}
      {draft.suite === 'safety' && choice('expect', ['refuse', 'allow'], names.expectNames)}
      {draft.suite !== 'answers' && line('label')}
      {draft.suite === 'answers' && (
        <>
          {choice('outcome', outcomes, words.review.live.outcomeNames)}
          {line('matter')}
          {lines('mustSay')}
          {lines('mustNotSay')}
        </>
      )}
    </div>
  );
}
