import { List, Stack, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { RatesAnswer } from '../../../channels/http/ticket-types.ts';
import { Card } from '../parts/card.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';
import { RatesFilters } from './rates-filters.tsx';
import { type RatesView, readRatesView, useRates } from './use-rates.ts';
import './rates.css';

type Row = RatesAnswer['rows'][number];
const rateNames = ['response', 'solved', 'satisfied'] as const;

/** The three rates with what they are made of; one's own unit or district first. */
export function RatesPage() {
  const words = useWords().handling.rates;
  const { unit, district } = useAccount();
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readRatesView(search), [search]);
  const rates = useRates(view);
  const show = (next: RatesView) =>
    setSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')));
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Stack>
        <RatesFilters view={view} answer={rates.data} change={show} />
        <Read query={rates}>{(answer) => <Rates answer={answer} own={view.by === 'unit' ? unit : district} />}</Read>
      </Stack>
    </>
  );
}

function Rates({ answer: { by, rows, definitions }, own }: { answer: RatesAnswer; own: string | null }) {
  const words = useWords().handling.rates;
  const mine = rows.find(({ name }) => name === own);
  return (
    <>
      {mine && (
        <Card title={words.mine(mine.name)}>
          <dl className="metrics">
            {rateNames.map((rate) => (
              <div key={rate} className="rate">
                <dt>{words[rate]}</dt>
                <dd>
                  <RateText rate={mine[rate]} />
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
      <Card title={words.definitions}>
        <List>
          {rateNames.map((rate) => (
            <List.Item key={rate} lang="zh-CN">
              {definitions[rate]}
            </List.Item>
          ))}
        </List>
      </Card>
      {rows.length === 0 ? <Empty>{words.none}</Empty> : <RatesTable rows={rows} of={words[by]} own={own} />}
    </>
  );
}

function RatesTable({ rows, of, own }: { rows: Row[]; of: string; own: string | null }) {
  const words = useWords().handling.rates;
  return (
    <Card title={words.table}>
      <ScrollBox label={words.table}>
        <Table className="figures">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{of}</Table.Th>
              {[words.tickets, ...rateNames.map((rate) => words[rate])].map((title) => (
                <Table.Th key={title} scope="col" ta="right">
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.name} fw={row.name === own ? 700 : undefined}>
                <Table.Th scope="row">{row.name}</Table.Th>
                <Table.Td ta="right">{row.tickets}</Table.Td>
                {rateNames.map((rate) => (
                  <Table.Td key={rate} ta="right">
                    <RateText rate={row[rate]} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </Card>
  );
}

/** 「87.5%（7 / 8）」; where there is nothing to divide by, that is said instead of a zero. */
function RateText({ rate: { numerator, denominator, value } }: { rate: Row['response'] }) {
  const { locale, handling } = useWords();
  if (value === null) return <Text span>{handling.rates.nothing}</Text>;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <>
      <strong>{percent.format(value)}</strong>{' '}
      <Text span c="dimmed">
        {numerator} / {denominator}
      </Text>
    </>
  );
}
