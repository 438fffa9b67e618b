import { Button, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { AskedOfCard } from '../../../channels/http/card-types.ts';
import { Card } from '../parts/card.tsx';
import { Moment } from '../parts/moment.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useAsked } from './use-cards.ts';
import { WeekBars } from './week-bars.tsx';

const pageSize = 20;

/** What citizens asked that this card answered, and what came near it and was not answered. */
export function AskedQuestions({ id }: { id: string }) {
  const words = useWords().knowledge.card;
  const [kind, setKind] = useState<'hit' | 'miss'>('miss');
  const [page, setPage] = useState(1);
  const asked = useAsked(id, kind, page);
  const choose = (chosen: string) => {
    setKind(chosen === 'hit' ? 'hit' : 'miss');
    setPage(1);
  };
  return (
    <Card title={words.views.asked} note={words.masked}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={words.views.asked}
          value={kind}
          onChange={choose}
          data={[
            { value: 'miss', label: words.missQuestions },
            { value: 'hit', label: words.hitQuestions },
          ]}
        />
        <Read query={asked}>
          {({ items, total, weeks }) => (
            <>
              <WeekBars weeks={weeks} />
              {items.length === 0 ? (
                <Empty>{kind === 'hit' ? words.noHits : words.noMisses}</Empty>
              ) : (
                <AskedTable items={items} />
              )}
              <Pages page={page} pages={Math.ceil(total / pageSize)} go={setPage} />
            </>
          )}
        </Read>
      </Stack>
    </Card>
  );
}

function AskedTable({ items }: { items: readonly AskedOfCard[] }) {
  const words = useWords();
  const { card } = words.knowledge;
  return (
    <PlainTable
      label={card.views.asked}
      titles={[card.fact, card.outcome, card.channel, card.askedAt]}
      className="rows"
    >
      {items.map((asked) => (
        <Table.Tr key={asked.messageId}>
          <Table.Td className="long" lang="zh-CN">
            {asked.question}
          </Table.Td>
          <Table.Td>
            {words.review.live.outcomeNames[asked.outcome] ?? asked.outcome}
            {asked.why && <div className="quiet">{card.whys[asked.why] ?? asked.why}</div>}
            {asked.thumb && <div className="quiet">{card.thumbs[asked.thumb]}</div>}
          </Table.Td>
          <Table.Td>{words.review.live.channelNames[asked.channel] ?? asked.channel}</Table.Td>
          <Table.Td>
            <Moment at={asked.at} />
          </Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  );
}

function Pages({ page, pages, go }: { page: number; pages: number; go: (page: number) => void }) {
  const words = useWords().knowledge.card;
  if (pages < 2) return null;
  return (
    <Group>
      <Button variant="default" disabled={page <= 1} onClick={() => go(page - 1)}>
        {words.previous}
      </Button>
      <Text size="sm">{words.pageOf(page, pages)}</Text>
      <Button variant="default" disabled={page >= pages} onClick={() => go(page + 1)}>
        {words.next}
      </Button>
    </Group>
  );
}
