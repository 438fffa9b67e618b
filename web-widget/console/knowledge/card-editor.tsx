import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../parts/card.tsx';
import { useWords } from '../words/use-words.tsx';
import { emptyFact, emptyFaq, emptyMaterial, type FactList, factLists } from './card-body.ts';
import { FactFields } from './fact-fields.tsx';
import { FaqFields } from './faq-fields.tsx';
import { HeadFields, type PartProps } from './head-fields.tsx';
import { withItem } from './list-edits.ts';
import { MaterialFields } from './material-fields.tsx';
import { newQuestion, QuestionFields } from './question-fields.tsx';
import { OrderedRows } from './row-moves.tsx';

/** Every part of a card as a form, in the order in which a citizen reads it. */
export function CardEditor(props: PartProps) {
  const words = useWords().knowledge;
  return (
    <Stack>
      <Card title={words.sections.head}>
        <HeadFields {...props} />
      </Card>
      <QuestionRows {...props} />
      <MaterialRows {...props} />
      {factLists.map((list) => (
        <FactRows key={list} {...props} list={list} />
      ))}
      <FaqRows {...props} />
    </Stack>
  );
}

interface RowsProps<T> {
  title: string;
  note?: string;
  list: readonly T[];
  change: (list: T[]) => void;
  fresh: () => T;
  row: (item: T, at: number, set: (item: T) => void) => ReactNode;
}

function Rows<T>({ title, note, list, change, fresh, row }: RowsProps<T>) {
  const words = useWords().knowledge.edit;
  return (
    <Card title={title} {...(note && { note })}>
      {list.length === 0 && (
        <Text className="quiet" mb="xs">
          {words.emptyPart}
        </Text>
      )}
      <OrderedRows label={title} list={list} change={change}>
        {(item, at) => row(item, at, (next) => change(withItem(list, at, next)))}
      </OrderedRows>
      <Button variant="light" size="compact-md" mt="xs" onClick={() => change([...list, fresh()])}>
        {words.add(title)}
      </Button>
    </Card>
  );
}

function FactRows({ body, problems, change, list }: PartProps & { list: FactList }) {
  const words = useWords().knowledge;
  const title = words.sections[list];
  return (
    <Rows
      title={title}
      list={body[list]}
      change={(facts) => change({ [list]: facts })}
      fresh={emptyFact}
      row={(fact, at, set) => (
        <FactFields
          fact={fact}
          label={`${title} ${at + 1}`}
          path={`${list}/${at}`}
          problems={problems}
          questions={body.questions}
          change={set}
        />
      )}
    />
  );
}

function MaterialRows({ body, problems, change }: PartProps) {
  const title = useWords().knowledge.sections.materials;
  return (
    <Rows
      title={title}
      list={body.materials}
      change={(materials) => change({ materials })}
      fresh={emptyMaterial}
      row={(material, at, set) => (
        <MaterialFields
          material={material}
          label={`${title} ${at + 1}`}
          path={`materials/${at}`}
          problems={problems}
          questions={body.questions}
          change={set}
        />
      )}
    />
  );
}

function QuestionRows({ body, problems, change }: PartProps) {
  const words = useWords().knowledge;
  const title = words.sections.questions;
  return (
    <Rows
      title={title}
      note={words.edit.question.note}
      list={body.questions}
      change={(questions) => change({ questions })}
      fresh={() => newQuestion(body.questions)}
      row={(question, at, set) => (
        <QuestionFields
          question={question}
          label={`${title} ${at + 1}`}
          path={`questions/${at}`}
          problems={problems}
          change={set}
        />
      )}
    />
  );
}

function FaqRows({ body, problems, change }: PartProps) {
  const title = useWords().knowledge.sections.faqs;
  return (
    <Rows
      title={title}
      list={body.faqs}
      change={(faqs) => change({ faqs })}
      fresh={emptyFaq}
      row={(faq, at, set) => (
        <FaqFields faq={faq} label={`${title} ${at + 1}`} path={`faqs/${at}`} problems={problems} change={set} />
      )}
    />
  );
}
