import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../../channels/http/api-types.ts';
import type { Suggestion } from '../../../channels/http/hotline-types.ts';
import { desk } from '../api/desk-client.ts';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';

type Source = Suggestion['sources'][number];
const keyOf = ({ docId, start, end }: Source) => `${docId}:${start}:${end}`;

/** What an answer rests on; each opens its passage here, below the answer that is being read out. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const words = useWords().calls;
  const [open, setOpen] = useState<string | null>(null);
  const distinct = [...new Map(sources.map((source) => [keyOf(source), source])).values()];
  const shown = distinct.find((source) => keyOf(source) === open);
  if (distinct.length === 0) return null;
  return (
    <div className="sources">
      <span className="quiet">{words.sources}</span>
      {distinct.map((source, at) => (
        <Button
          key={keyOf(source)}
          variant="subtle"
          size="compact-md"
          className="source"
          aria-expanded={keyOf(source) === open}
          onClick={() => setOpen(keyOf(source) === open ? null : keyOf(source))}
          data-source={at}
        >
          {distinct.length > 1 && `${at + 1} `}
          {words.openSource(source.title)}
        </Button>
      ))}
      {shown && <Passage key={keyOf(shown)} source={shown} />}
    </div>
  );
}

function Passage({ source }: { source: Source }) {
  const words = useWords().calls;
  const document = useQuery({
    queryKey: ['document', source.docId],
    queryFn: ({ signal }) => desk.get<DocumentAnswer>(`/documents/${encodeURIComponent(source.docId)}`, signal),
    staleTime: 300_000,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="passage" aria-label={words.passage(source.title)} tabIndex={0}>
      <Read query={document}>{({ text }) => <Marked text={text} {...source} />}</Read>
    </section>
  );
}

function Marked({ text, start, end }: { text: string; start: number; end: number }) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    // Scrolls the passage's own box and leaves the page standing.
    const box = mark.current?.closest('section');
    if (box && mark.current) box.scrollTop = mark.current.offsetTop - box.clientHeight / 3;
  }, []);
  return (
    <Text className="said" lang="zh-CN">
      {text.slice(0, start)}
      <mark ref={mark}>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </Text>
  );
}
