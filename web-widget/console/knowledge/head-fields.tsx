import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import type { CardBody } from './card-body.ts';
import { fieldId, type Problems } from './card-problems.ts';
import { FactFields } from './fact-fields.tsx';
import { LinesInput } from './lines-input.tsx';

export interface PartProps {
  body: CardBody;
  problems: Problems;
  change: (fields: Partial<CardBody>) => void;
}

/** What the matter is called, whom it is for, who leads it, and from when the card is to be served. */
export function HeadFields({ body, problems, change }: PartProps) {
  const words = useWords().knowledge.edit;
  const text = (field: 'title' | 'lead' | 'source', note?: string) => (
    <TextInput
      label={words.fields[field]}
      {...(note && { description: note })}
      id={fieldId(field)}
      value={body[field]}
      error={problems[field]}
      onChange={({ currentTarget: { value } }) => change({ [field]: value })}
    />
  );
  return (
    <Stack gap="sm">
      {text('title')}
      <FactFields
        fact={body.summary}
        label={words.fields.summary}
        shownLabel={words.fields.summary}
        path="summary"
        problems={problems}
        change={(summary) => change({ summary })}
      />
      <div className="edit-details">
        {text('lead')}
        <LinesInput
          label={words.fields.participants}
          note={words.oneALine}
          lines={body.participants}
          error={problems.participants}
          change={(participants) => change({ participants })}
        />
        <LinesInput
          label={words.fields.aliases}
          note={words.aliasesNote}
          lines={body.aliases}
          error={problems.aliases}
          change={(aliases) => change({ aliases })}
        />
      </div>
      <div className="edit-details">
        <NativeSelect
          label={words.fields.audience}
          data={(['personal', 'business'] as const).map((one) => ({ value: one, label: words.audiences[one] }))}
          value={body.audience}
          onChange={({ currentTarget }) => change({ audience: currentTarget.value as CardBody['audience'] })}
        />
        {text('source', words.sourceNote)}
      </div>
    </Stack>
  );
}
