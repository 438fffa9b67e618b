import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CardList } from '../../../channels/http/card-types.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { type CardListView, cardsShown, readCardView, standings, toCardSearch } from './card-list-view.ts';
import { CardTable } from './card-table.tsx';
import { NewCardDialog } from './new-card-dialog.tsx';
import { today } from './today.ts';
import { useCards } from './use-cards.ts';

/** Every card with how sure it is, when it is to be looked at again, and what was asked of it. */
export function CardsPage() {
  const words = useWords().knowledge.cards;
  const cards = useCards();
  const [search, setSearch] = useSearchParams();
  const [isMaking, setMaking] = useState(false);
  const view = readCardView(search);
  const show = (change: Partial<CardListView>) => setSearch(toCardSearch({ ...view, ...change }), { replace: true });
  return (
    <>
      <PageHeading title={words.title} note={words.note}>
        <Button onClick={() => setMaking(true)}>{words.fresh}</Button>
      </PageHeading>
      <NewCardDialog opened={isMaking} close={() => setMaking(false)} />
      <Stack>
        <Filters view={view} show={show} />
        <Read query={cards}>{(list) => <Shown list={list} view={view} show={show} />}</Read>
      </Stack>
    </>
  );
}

interface PartProps {
  view: CardListView;
  show: (change: Partial<CardListView>) => void;
}

function Shown({ list, view, show }: PartProps & { list: CardList }) {
  const words = useWords().knowledge.cards;
  if (list.items.length === 0) return <Empty>{words.none}</Empty>;
  const shown = cardsShown(list.items, view, today());
  return (
    <>
      <Text className="quiet" role="status">
        {words.shown(shown.length, list.items.length)}
      </Text>
      {shown.length === 0 ? <Empty>{words.noneFound}</Empty> : <CardTable cards={shown} view={view} show={show} />}
    </>
  );
}

function Filters({ view, show }: PartProps) {
  const { cards: words, standings: names } = useWords().knowledge;
  // The address follows what is typed a moment later; a Chinese input method needs the field to be still meanwhile.
  const [sought, setSought] = useState(view.q);
  return (
    <Group align="end" gap="md">
      <TextInput
        label={words.search}
        placeholder={words.searchHint}
        type="search"
        value={sought}
        onChange={({ currentTarget: { value } }) => {
          setSought(value);
          show({ q: value });
        }}
      />
      <NativeSelect
        label={words.standing}
        data={[
          { value: '', label: words.all },
          ...standings.map((standing) => ({ value: standing, label: names[standing] })),
        ]}
        value={view.standing}
        onChange={({ currentTarget }) => show({ standing: currentTarget.value as CardListView['standing'] })}
      />
      <div className="chips">
        {(['due', 'missed'] as const).map((name) => (
          <Checkbox
            key={name}
            mih={36}
            label={words[name]}
            checked={view[name]}
            onChange={({ currentTarget: { checked } }) => show({ [name]: checked })}
          />
        ))}
        <Checkbox
          mih={36}
          label={words.withDraft}
          checked={view.drafted}
          onChange={({ currentTarget: { checked } }) => show({ drafted: checked })}
        />
      </div>
    </Group>
  );
}
