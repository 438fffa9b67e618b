import { Button, Group, Progress, Text } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { Card } from '../parts/card.tsx';
import { useErrorText } from '../words/use-error-text.ts';
import { useWords } from '../words/use-words.tsx';
import { fileKinds, whyNotSent } from './file-check.ts';
import { type Upload, useUploads } from './use-uploads.ts';

/** Files by button or dropped here, several at once; each says how far it has come and what to do when it fails. */
export function UploadBox() {
  const words = useWords().knowledge.documents;
  const { uploads, send, clear } = useUploads(whyNotSent(words));
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send([...event.dataTransfer.files]);
  };
  return (
    <Card title={words.uploads} note={words.kinds}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button is everybody's */}
      <div
        className={isOver ? 'drop-box over' : 'drop-box'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Text size="sm">{isOver ? words.dropNow : words.drop}</Text>
        <Button variant="light" onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={words.choose}
          accept={fileKinds.join(',')}
          onChange={({ currentTarget }) => {
            send([...(currentTarget.files ?? [])]);
            // The same file may be chosen again after it failed.
            currentTarget.value = '';
          }}
        />
      </div>
      <UploadList uploads={uploads} clear={clear} />
    </Card>
  );
}

function UploadList({ uploads, clear }: { uploads: readonly Upload[]; clear: () => void }) {
  const words = useWords().knowledge.documents;
  if (uploads.length === 0) return null;
  const areDone = uploads.some(({ state }) => state === 'done' || state === 'failed');
  return (
    <>
      <ul className="uploads" aria-live="polite">
        {uploads.map((upload) => (
          <UploadRow key={upload.key} upload={upload} />
        ))}
      </ul>
      {areDone && (
        <Group justify="end">
          <Button variant="subtle" size="compact-md" onClick={clear}>
            {words.clear}
          </Button>
        </Group>
      )}
    </>
  );
}

function UploadRow({ upload: { name, state, share, error } }: { upload: Upload }) {
  const words = useWords().knowledge.documents;
  const errorText = useErrorText();
  const percent = Math.round(share * 100);
  return (
    <li>
      <span className="name">{name}</span>
      {state === 'waiting' && <Text size="sm">{words.waiting}</Text>}
      {state === 'sending' && (
        <>
          <Progress value={percent} aria-label={name} />
          <Text size="sm">{words.sending(`${percent}%`)}</Text>
        </>
      )}
      {state === 'done' && <Text size="sm">{words.sent}</Text>}
      {error && (
        <Text size="sm" className="pressing">
          {words.failed}：{errorText(error)}
        </Text>
      )}
    </li>
  );
}
