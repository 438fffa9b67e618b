import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { uploadFile } from './upload-file.ts';

export interface Upload {
  key: number;
  name: string;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** How much of it has gone, 0 to 1. */
  share: number;
  error: Error | null;
}

/** Files on their way to the desk, one after the other; one that fails does not keep the next from going. */
export function useUploads(whyNotSent: (file: File) => Error | null) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const nextKey = useRef(0);

  const change = useCallback(
    (key: number, fields: Partial<Upload>) =>
      setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...fields } : upload))),
    [],
  );
  const send = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const key = nextKey.current;
        nextKey.current += 1;
        const error = whyNotSent(file);
        const state = error ? 'failed' : 'waiting';
        setUploads((before) => [...before, { key, name: file.name, state, share: 0, error }]);
        if (error) continue;
        line.current = line.current.then(async () => {
          change(key, { state: 'sending' });
          try {
            await uploadFile(file, (share) => change(key, { share }));
            change(key, { state: 'done', share: 1 });
          } catch (error) {
            change(key, { state: 'failed', error: error as Error });
          }
          await client.invalidateQueries({ queryKey: ['documents'] });
        });
      }
    },
    [client, change, whyNotSent],
  );
  const clear = useCallback(
    () => setUploads((before) => before.filter(({ state }) => state === 'waiting' || state === 'sending')),
    [],
  );
  return { uploads, send, clear };
}
