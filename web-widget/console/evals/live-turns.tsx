import { Button, Group, Pagination, Stack, Table } from '@mantine/core';
import type { TurnList } from '../../../channels/http/eval-schemas.ts';
import { Card } from '../parts/card.tsx';
import { Moment } from '../parts/moment.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useTurns } from './use-live.ts';

/** What the desk sends of turns at a time. */
const pageSize = 50;
const filters = ['outcome', 'channel', 'engine', 'matter'] as const;

interface Props {
  window: string;
  search: URLSearchParams;
  show: (change: Record<string, string>) => void;
}

/** The masked turns that the address asks for. */
export function LiveTurns({ window, search, show }: Props) {
  const words = useWords();
  const names = words.review.live;
  const asked = new URLSearchParams({ window, page: search.get('page') ?? '1' });
  for (const name of filters) if (search.get(name)) asked.set(name, search.get(name)!);
  const turns = useTurns(asked);
  const chosen = filters.filter((name) => search.get(name));
  return (
    <Card title={names.turnsTitle}>
      <Stack gap="sm">
        {chosen.length > 0 && (
          <Group gap="xs">
            {names.filtered}：
            {chosen.map((name) => (
              <Button key={name} variant="default" size="compact-md" onClick={() => show({ [name]: '' })}>
                {names[name]} {names.outcomeNames[search.get(name)!] ?? search.get(name)} ×
              </Button>
            ))}
          </Group>
        )}
        <Read query={turns}>
          {({ items, total }) => (
            <>
              {items.length === 0 ? <Empty>{names.noTurns}</Empty> : <Turns items={items} />}
              {total > pageSize && (
                <Pagination
                  value={Number(asked.get('page'))}
                  onChange={(page) => show({ page: String(page) })}
                  total={Math.ceil(total / pageSize)}
                  getControlProps={(control) => ({ 'aria-label': words.evals.turn[control] })}
                />
              )}
            </>
          )}
        </Read>
      </Stack>
    </Card>
  );
}

function Turns({ items }: { items: TurnList['items'] }) {
  const words = useWords().review.live;
  const columns = [words.at, words.channel, words.outcome, words.question, words.answer];
  return (
    <PlainTable label={words.turnsTitle} titles={columns} className="wide">
      {items.map((turn) => (
        <Table.Tr key={turn.messageId}>
          <Table.Td>
            <Moment at={turn.at} />
          </Table.Td>
          <Table.Td>{words.channelNames[turn.channel] ?? turn.channel}</Table.Td>
          <Table.Td>{words.outcomeNames[turn.outcome] ?? turn.outcome}</Table.Td>
          <Table.Td className="long" lang="zh-CN">
            {turn.question}
          </Table.Td>
          <Table.Td className="long" lang="zh-CN">
            {turn.answer}
          </Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  );
}
