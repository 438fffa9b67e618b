import { Button, TextInput } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import { emptyFact, type MatterQuestion, type QuestionOption } from './card-body.ts';
import { fieldId, type Problems } from './card-problems.ts';
import { FactFields } from './fact-fields.tsx';
import { LinesInput } from './lines-input.tsx';
import { OrderedRows } from './row-moves.tsx';

interface Props {
  question: MatterQuestion;
  label: string;
  path: string;
  problems: Problems;
  change: (question: MatterQuestion) => void;
}

/** A question that the citizen is asked, with the answers to choose from and what each changes. */
export function QuestionFields({ question, label, path, problems, change }: Props) {
  const words = useWords().knowledge.edit;
  const optionName = `${label} ${words.question.option}`;
  return (
    <div className="edit-fact">
      <TextInput
        label={words.question.ask}
        aria-label={words.of(words.question.ask, label)}
        id={fieldId(path)}
        value={question.ask}
        error={problems[`${path}/ask`] ?? problems[path]}
        onChange={({ currentTarget: { value } }) => change({ ...question, ask: value })}
      />
      <OrderedRows label={optionName} list={question.options} change={(options) => change({ ...question, options })}>
        {(option, at) => (
          <OptionFields
            option={option}
            label={`${optionName} ${at + 1}`}
            path={`${path}/options/${at}`}
            problems={problems}
            change={(next) =>
              change({ ...question, options: question.options.map((one, index) => (index === at ? next : one)) })
            }
          />
        )}
      </OrderedRows>
      <Button
        variant="subtle"
        size="compact-md"
        onClick={() => change({ ...question, options: [...question.options, newOption(question.options)] })}
      >
        + {words.question.addOption}
      </Button>
    </div>
  );
}

interface OptionProps {
  option: QuestionOption;
  label: string;
  path: string;
  problems: Problems;
  change: (option: QuestionOption) => void;
}

function OptionFields({ option, label, path, problems, change }: OptionProps) {
  const words = useWords().knowledge.edit;
  const { effect: _, ...withoutEffect } = option;
  return (
    <>
      <div className="edit-details">
        <TextInput
          label={words.question.label}
          aria-label={words.of(words.question.label, label)}
          id={fieldId(path)}
          value={option.label}
          error={problems[`${path}/label`]}
          onChange={({ currentTarget: { value } }) => change({ ...option, label: value })}
        />
        <LinesInput
          label={words.question.saidAs}
          name={words.of(words.question.saidAs, label)}
          lines={option.saidAs}
          change={(saidAs) => change({ ...option, saidAs })}
        />
      </div>
      {option.effect ? (
        <>
          <FactFields
            fact={option.effect}
            label={words.of(words.question.effect, label)}
            shownLabel={words.question.effect}
            path={`${path}/effect`}
            problems={problems}
            change={(effect) => change({ ...option, effect })}
          />
          <Button variant="subtle" size="compact-md" onClick={() => change(withoutEffect)}>
            {words.question.dropEffect}
          </Button>
        </>
      ) : (
        <Button variant="subtle" size="compact-md" onClick={() => change({ ...option, effect: emptyFact() })}>
          + {words.question.effect}
        </Button>
      )}
    </>
  );
}

/** An answer to fill in, under an id that no other answer of the question has. */
export function newOption(options: readonly { id: string }[]): QuestionOption {
  return { id: freeId('option', options), label: '', saidAs: [] };
}

/** `option-3`: ids are never shown to citizens; they tie facts to situations and only must not be taken twice. */
export function freeId(stem: string, taken: readonly { id: string }[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const id = `${stem}-${number}`;
    if (!taken.some((one) => one.id === id)) return id;
  }
}

/** A question to fill in, with the two answers that are the least a question can have. */
export function newQuestion(questions: readonly { id: string }[]): MatterQuestion {
  const first = newOption([]);
  return { id: freeId('situation', questions), ask: '', options: [first, newOption([first])] };
}
