import { Button, FileInput, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { ImportAnswer, ImportBody } from '../../../channels/http/eval-schemas.ts';
import { Card } from '../parts/card.tsx';
import { Failed } from '../parts/query-states.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { useWords } from '../words/use-words.tsx';
import { columnsOf, importFields } from './import-fields.ts';
import { useImport } from './use-data-sets.ts';
import { useSuites } from './use-evals.ts';

type Draft = Required<Omit<ImportBody, 'apply'>>;
const empty: Draft = { suite: '', name: '', format: 'csv', text: '', mapping: {}, split: 'test' };

/** Takes a table in: first as a preview that names what is broken, then for good. */
export function ImportForm() {
  const words = useWords().review.data;
  const [draft, setDraft] = useState(empty);
  const load = useImport();
  const change = (fields: Partial<Draft>) => {
    setDraft({ ...draft, ...fields });
    load.reset();
  };
  const send = (apply: boolean) => {
    const mapping = Object.fromEntries(Object.entries(draft.mapping).filter(([, column]) => column));
    const onSuccess = ({ version }: ImportAnswer) => {
      if (version !== null) notifications.show({ message: words.applied(version), withCloseButton: false });
    };
    load.mutate({ ...draft, mapping, apply }, { onSuccess });
  };
  const ready = draft.suite !== '' && draft.name !== '' && draft.text.trim() !== '';
  const mayApply = load.data !== undefined && load.data.version === null && load.data.errors.length === 0;
  return (
    <Card title={words.importTitle} note={words.importNote}>
      <Stack>
        <Head draft={draft} change={change} />
        <Textarea
          label={words.pasted}
          rows={5}
          value={draft.text}
          onChange={({ currentTarget: { value } }) => change({ text: value })}
        />
        {draft.text.trim() !== '' && importFields[draft.suite] && <Mapping draft={draft} change={change} />}
        <Group>
          <Button variant="default" disabled={!ready} loading={load.isPending} onClick={() => send(false)}>
            {words.preview}
          </Button>
          <Button disabled={!mayApply} onClick={() => send(true)}>
            {words.apply}
          </Button>
        </Group>
        {load.error && <Failed error={load.error} />}
        {load.data && <Preview answer={load.data} />}
      </Stack>
    </Card>
  );
}

interface PartProps {
  draft: Draft;
  change: (fields: Partial<Draft>) => void;
}

function Head({ draft, change }: PartProps) {
  const words = useWords();
  const names = words.review.data;
  const suites = useSuites();
  const options = suites.data?.items.filter(({ name }) => name !== 'retrieval' && name !== 'clusters') ?? [];
  const read = async (file: File | null) => {
    if (!file) return;
    const format = /\.jsonl?$/iu.test(file.name) ? 'jsonl' : 'csv';
    change({ text: await file.text(), format, mapping: {} });
  };
  return (
    <div className="filters">
      <Select
        label={words.evals.suite}
        data={options.map(({ name, title }) => ({ value: name, label: title }))}
        value={draft.suite || null}
        onChange={(suite) => change({ suite: suite ?? '', mapping: {} })}
        allowDeselect={false}
      />
      <TextInput
        label={names.name}
        placeholder={names.nameHint}
        value={draft.name}
        onChange={({ currentTarget: { value } }) => change({ name: value.trim().toLowerCase() })}
      />
      <Select
        label={names.split}
        data={(['test', 'dev', 'train'] as const).map((split) => ({ value: split, label: names.splitNames[split]! }))}
        value={draft.split}
        onChange={(split) => change({ split: (split ?? 'test') as Draft['split'] })}
        allowDeselect={false}
      />
      <Select
        label={names.format}
        data={[
          { value: 'csv', label: 'CSV' },
          { value: 'jsonl', label: 'JSONL' },
        ]}
        value={draft.format}
        onChange={(format) => change({ format: (format ?? 'csv') as Draft['format'], mapping: {} })}
        allowDeselect={false}
      />
      <FileInput label={names.file} accept=".csv,.jsonl,.json,.txt" onChange={read} clearable />
    </div>
  );
}

function Mapping({ draft, change }: PartProps) {
  const words = useWords().review.data;
  const columns = columnsOf(draft.text, draft.format);
  return (
    <fieldset>
      <legend>{words.mapping}</legend>
      <Text className="quiet" mb="xs">
        {words.mappingNote}
      </Text>
      <div className="filters">
        {importFields[draft.suite]?.map((field) => (
          <Select
            key={field}
            label={field}
            aria-label={words.fieldOf(field)}
            placeholder={columns.includes(field) ? field : words.unmapped}
            data={columns}
            value={draft.mapping[field] || null}
            onChange={(column) => change({ mapping: { ...draft.mapping, [field]: column ?? '' } })}
            clearable
          />
        ))}
      </div>
    </fieldset>
  );
}

function Preview({ answer: { good, errors, sample } }: { answer: ImportAnswer }) {
  const words = useWords().review.data;
  return (
    <Stack gap="xs">
      <Text role="status">
        {words.good(good)}；{words.bad(errors.length)}
      </Text>
      {errors.length > 0 && (
        <ScrollBox label={words.problem}>
          <ul className="diff">
            {errors.map(({ line, message }) => (
              <li key={line} className="removed">
                {words.line} {line}：{message}
              </li>
            ))}
          </ul>
        </ScrollBox>
      )}
      {sample.length > 0 && <pre className="code">{sample.map((line) => JSON.stringify(line)).join('\n')}</pre>}
    </Stack>
  );
}
