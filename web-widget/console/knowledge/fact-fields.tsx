import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import { BranchPicker } from './branch-picker.tsx';
import { certainties, type Fact, type MatterQuestion } from './card-body.ts';
import { fieldId, type Problems } from './card-problems.ts';
import { CitedPlace } from './cited-place.tsx';

interface Props {
  fact: Fact;
  /** What is said here, `办理时限 2`; each of its fields is named after it. */
  label: string;
  /** Shown above its sentence, where no heading says already what it is. */
  shownLabel?: string;
  /** Where it stands in the card, `limits/1`. */
  path: string;
  problems: Problems;
  /** The situations it may depend on; none where it may not. */
  questions?: readonly MatterQuestion[];
  change: (fact: Fact) => void;
}

/** One fact: its sentence, how sure it is, where it was read, and under which situations it holds. */
export function FactFields({ fact, label, shownLabel, path, problems, questions = [], change }: Props) {
  const words = useWords().knowledge.edit;
  return (
    <div className="edit-fact">
      <Textarea
        aria-label={label}
        label={shownLabel}
        rows={2}
        id={fieldId(path)}
        value={fact.text}
        error={problems[`${path}/text`] ?? problems[path]}
        onChange={({ currentTarget: { value } }) => change({ ...fact, text: value })}
      />
      <div className="edit-details">
        <CertaintyInput label={label} value={fact.certainty} change={(certainty) => change({ ...fact, certainty })} />
        <TextInput
          label={words.source}
          aria-label={words.of(words.source, label)}
          placeholder={words.sourceHint}
          value={fact.source ?? ''}
          error={problems[`${path}/source`]}
          onChange={({ currentTarget: { value } }) => change({ ...fact, source: value || undefined })}
        />
      </div>
      <CitedPlace cited={fact.cited} drop={() => change({ ...fact, cited: undefined })} />
      <BranchPicker label={label} when={fact.when} questions={questions} change={(when) => change({ ...fact, when })} />
    </div>
  );
}

interface CertaintyProps {
  label: string;
  value: Fact['certainty'];
  change: (certainty: Fact['certainty']) => void;
}

export function CertaintyInput({ label, value, change }: CertaintyProps) {
  const words = useWords().knowledge;
  return (
    <NativeSelect
      label={words.certainty}
      aria-label={words.edit.of(words.certainty, label)}
      data={certainties.map((one) => ({ value: one, label: words.certainties[one] }))}
      value={value}
      onChange={({ currentTarget }) => change(currentTarget.value as Fact['certainty'])}
    />
  );
}
