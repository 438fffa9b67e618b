import { Alert, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useWords } from '../words/use-words.tsx';
import { useCallLink } from './call-link.tsx';

/** Said while what is shown may be behind: the pushes are lost, or nothing comes at all. */
export function LinkNotice({ query }: { query: UseQueryResult }) {
  const { calls, locale } = useWords();
  const words = calls.link;
  const link = useCallLink();
  const isBehind = query.data !== undefined && (query.isRefetchError || query.failureCount > 0);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: 'Asia/Shanghai' });
  return (
    <div role="status">
      {isBehind ? (
        <Notice title={words.stale} note={words.staleNote(time.format(query.dataUpdatedAt))} />
      ) : (
        link.state === 'cut' && <Notice title={words.cut} note={words.cutNote} />
      )}
    </div>
  );
}

function Notice({ title, note }: { title: string; note: string }) {
  return (
    <Alert color="orange" title={title} mb="sm" role="group">
      <Text size="sm">{note}</Text>
    </Alert>
  );
}
