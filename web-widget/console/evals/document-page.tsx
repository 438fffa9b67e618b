import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { DocumentAnswer } from '../../../channels/http/api-types.ts';
import { desk } from '../api/desk-client.ts';
import { Card } from '../parts/card.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Read } from '../parts/query-states.tsx';

/** The card or document behind an answer, with the span marked that the address names. */
export function DocumentPage() {
  const { docId = '' } = useParams();
  const [search] = useSearchParams();
  const document = useQuery({
    queryKey: ['document', docId],
    queryFn: ({ signal }) => desk.get<DocumentAnswer>(`/documents/${encodeURIComponent(docId)}`, signal),
  });
  const [start, end] = [Number(search.get('start')), Number(search.get('end'))];
  return <Read query={document}>{(found) => <Shown document={found} start={start} end={end} />}</Read>;
}

function Shown({ document, start, end }: { document: DocumentAnswer; start: number; end: number }) {
  const { id, title, text, validFrom, validTo } = document;
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <Stack>
      <PageHeading title={title} note={`${id} · ${validFrom} – ${validTo ?? ''}`} />
      <Card title={title}>
        <Text className="said" lang="zh-CN">
          {text.slice(0, start)}
          <mark ref={mark}>{text.slice(start, end)}</mark>
          {text.slice(end)}
        </Text>
      </Card>
    </Stack>
  );
}
