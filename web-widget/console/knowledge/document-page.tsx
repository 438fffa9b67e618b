import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useEffect, useRef } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { DocumentAnswer } from '../../../channels/http/api-types.ts';
import { desk } from '../api/desk-client.ts';
import { Card } from '../parts/card.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { cutIntoPages, type PagePart } from './cut-into-pages.ts';

/** A document as the desk reads it, page by page, with the place marked that the address names. */
export function DocumentPage() {
  const { docId = '' } = useParams();
  const [search] = useSearchParams();
  const words = useWords().knowledge.document;
  const document = useQuery({
    queryKey: ['document', docId],
    queryFn: ({ signal }) => desk.get<DocumentAnswer>(`/documents/${encodeURIComponent(docId)}`, signal),
  });
  const [start, end] = [Number(search.get('start')), Number(search.get('end'))];
  return (
    <Stack>
      <Anchor component={Link} to="/knowledge/documents">
        ← {words.back}
      </Anchor>
      <Read query={document}>{(found) => <Shown document={found} span={{ start, end }} />}</Read>
    </Stack>
  );
}

interface Span {
  start: number;
  end: number;
}

function Shown({ document, span }: { document: DocumentAnswer; span: Span }) {
  const { card, document: words } = useWords().knowledge;
  const { title, text, validFrom, validTo, pages } = document;
  const isAsked = span.end > span.start;
  const note = [card.days(validFrom, validTo), isAsked && (span.end <= text.length ? words.marked : words.moved)];
  return (
    <>
      <PageHeading title={title} note={note.filter(Boolean).join(' · ')} />
      {cutIntoPages(text, pages, span).map(({ page, parts }, at) => (
        <Card key={at} title={page === null ? title : words.page(page)}>
          <PageText parts={parts} />
        </Card>
      ))}
    </>
  );
}

function PageText({ parts }: { parts: readonly PagePart[] }) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <Text className="said" lang="zh-CN">
      {parts.map(({ text, isMarked }, at) =>
        isMarked ? (
          <mark key={at} ref={mark}>
            {text}
          </mark>
        ) : (
          <Fragment key={at}>{text}</Fragment>
        ),
      )}
    </Text>
  );
}
