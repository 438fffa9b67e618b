import { Checkbox } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import type { AppliesWhen, MatterQuestion } from './card-body.ts';
import { sayWhen } from './say-when.ts';

interface Props {
  label: string;
  when: AppliesWhen | undefined;
  questions: readonly MatterQuestion[];
  change: (when: AppliesWhen | undefined) => void;
}

/** Under which answers something holds: of each question the options ticked; a question without ticks does not matter. */
export function BranchPicker({ label, when, questions, change }: Props) {
  const words = useWords().knowledge.edit;
  if (questions.length === 0) return null;
  const set = (question: string, options: string[]) => {
    const { [question]: _, ...others } = when ?? {};
    const next = options.length > 0 ? { ...others, [question]: options } : others;
    change(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <details className="edit-branch">
      <summary>
        {words.when}：{sayWhen(when, questions) || words.always}
      </summary>
      {questions.map(({ id, ask, options }) => (
        <Checkbox.Group
          key={id}
          label={ask}
          aria-label={words.of(ask, label)}
          value={when?.[id] ?? []}
          onChange={(chosen) => set(id, chosen)}
        >
          <div className="chips">
            {options.map((option) => (
              <Checkbox key={option.id} value={option.id} label={option.label} mih={32} />
            ))}
          </div>
        </Checkbox.Group>
      ))}
    </details>
  );
}
