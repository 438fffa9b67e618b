import { TextInput } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import type { Faq } from './card-body.ts';
import { fieldId, type Problems } from './card-problems.ts';
import { FactFields } from './fact-fields.tsx';

interface Props {
  faq: Faq;
  label: string;
  path: string;
  problems: Problems;
  change: (faq: Faq) => void;
}

/** A question that citizens often ask, and its answer. */
export function FaqFields({ faq, label, path, problems, change }: Props) {
  const words = useWords().knowledge.edit;
  return (
    <>
      <TextInput
        label={words.faq.question}
        aria-label={words.of(words.faq.question, label)}
        id={fieldId(`${path}/question`)}
        value={faq.question}
        error={problems[`${path}/question`]}
        onChange={({ currentTarget: { value } }) => change({ ...faq, question: value })}
      />
      <FactFields
        fact={faq.answer}
        label={words.of(words.faq.answer, label)}
        shownLabel={words.faq.answer}
        path={`${path}/answer`}
        problems={problems}
        change={(answer) => change({ ...faq, answer })}
      />
    </>
  );
}
