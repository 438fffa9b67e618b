import { Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DocumentEntry, DocumentState } from '../../../channels/http/card-types.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { DocumentCard } from './document-card.tsx';
import { UploadBox } from './upload-box.tsx';
import { useDocuments } from './use-documents.ts';

const states = [
  'waiting', 'reading', 'ready', 'failed', 'withdrawn',
] as const satisfies readonly DocumentState[]; // biome-ignore format: a list of words

/** Documents that the desk has taken in: what was read of them, how long they hold, what can be made of them. */
export function DocumentsPage() {
  const words = useWords().knowledge.documents;
  const documents = useDocuments();
  const [sought, setSought] = useState('');
  const [state, setState] = useState('');
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Stack>
        <UploadBox />
        <Group align="end">
          <TextInput
            label={words.search}
            type="search"
            value={sought}
            onChange={({ currentTarget: { value } }) => setSought(value)}
          />
          <NativeSelect
            label={words.state}
            data={[
              { value: '', label: words.allStates },
              ...states.map((one) => ({ value: one, label: words.states[one] })),
            ]}
            value={state}
            onChange={({ currentTarget: { value } }) => setState(value)}
          />
        </Group>
        <Read query={documents}>
          {({ items }) => <Shown items={items} found={items.filter((one) => fits(one, sought, state))} />}
        </Read>
      </Stack>
    </>
  );
}

const fits = ({ name, title, state }: DocumentEntry, sought: string, wanted: string) =>
  (wanted === '' || state === wanted) &&
  [name, title].some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()));

function Shown({ items, found }: { items: readonly DocumentEntry[]; found: readonly DocumentEntry[] }) {
  const words = useWords().knowledge.documents;
  if (found.length === 0) return <Empty>{items.length === 0 ? words.none : words.noneFound}</Empty>;
  return found.map((document) => <DocumentCard key={document.docId} document={document} />);
}
