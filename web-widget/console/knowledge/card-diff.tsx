import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { CardDetail } from '../../../channels/http/card-types.ts';
import { Card } from '../parts/card.tsx';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { DiffView } from './diff-view.tsx';
import { useDiff } from './use-cards.ts';

/** Any two versions beside each other; which two stands in the address. */
export function CardDiff({ card }: { card: CardDetail }) {
  const { card: words, states } = useWords().knowledge;
  const [search, setSearch] = useSearchParams();
  if (card.versions.length < 2) return null;
  const [newest, before] = card.versions.map(({ version }) => version);
  const known = (name: string, otherwise: number | undefined) =>
    card.versions.find(({ version }) => String(version) === search.get(name))?.version ?? otherwise ?? 0;
  const [from, to] = [known('from', before), known('to', newest)];
  const choose = (name: 'from' | 'to', value: string) =>
    setSearch({ ...Object.fromEntries(search), [name]: value }, { replace: true });
  const data = card.versions.map(({ version, state }) => ({
    value: String(version),
    label: `${words.versionOf(version)}（${states[state]}）`,
  }));
  return (
    <Card title={words.compare}>
      <Stack gap="sm">
        <Group align="end">
          <NativeSelect
            label={words.older}
            data={data}
            value={String(from)}
            onChange={({ currentTarget }) => choose('from', currentTarget.value)}
          />
          <NativeSelect
            label={words.newer}
            data={data}
            value={String(to)}
            onChange={({ currentTarget }) => choose('to', currentTarget.value)}
          />
        </Group>
        {from === to ? <Text className="quiet">{words.chooseTwo}</Text> : <Lines id={card.id} from={from} to={to} />}
      </Stack>
    </Card>
  );
}

export function Lines({ id, from, to }: { id: string; from: number; to: number }) {
  const diff = useDiff(id, from, to);
  return <Read query={diff}>{({ lines }) => <DiffView lines={lines} />}</Read>;
}
