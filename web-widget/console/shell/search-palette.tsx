import '@mantine/spotlight/styles.css';
import { Button, Kbd, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Account } from '../../../channels/http/api-types.ts';
import type { SearchAnswer } from '../../../channels/http/workplace-types.ts';
import { useLanguage, useWords } from '../words/use-words.tsx';
import { pagesFor, pathOf } from './navigation.ts';
import { useSearch } from './use-workplace.ts';

type Found = SearchAnswer['items'][number];

const [store, palette] = createSpotlight();
/** A person types faster than this between two keys. */
const typingPauseMs = 200;

const pathsOf: Record<Found['kind'], (id: string) => string> = {
  ticket: (id) => `/tickets/${encodeURIComponent(id)}`,
  card: (id) => `/knowledge/cards/${encodeURIComponent(id)}`,
  document: (id) => `/knowledge/documents/${encodeURIComponent(id)}`,
  saved_question: () => '/data',
  account: () => '/admin',
};

/** One box for where to go, what to do and what to find; opened by its button, or by Ctrl K or ⌘ K anywhere. */
export function SearchPalette({ account, onTour }: { account: Account; onTour: () => void }) {
  const words = useWords().workplace;
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query, typingPauseMs);
  const { data, isFetching, isError } = useSearch(asked);
  const navigate = useNavigate();
  const commands = useCommands(account, onTour);
  const found: SpotlightActionGroupData[] = Object.entries(words.kinds).map(([kind, group]) => ({
    group,
    actions: (query.trim() === '' ? [] : (data?.items ?? []))
      .filter((item) => item.kind === kind)
      .map(({ kind, id, title, detail }) => ({
        id: `${kind}/${id}`,
        label: title,
        description: detail,
        onClick: () => navigate(pathsOf[kind](id)),
      })),
  }));
  const named = ({ label = '', keywords = '' }: { label?: string | undefined; keywords?: string | string[] }) =>
    `${label} ${keywords}`.toLowerCase().includes(query.trim().toLowerCase());
  const groups = [{ group: words.commands, actions: commands.filter(named) }, ...found].filter(
    ({ actions }) => actions.length > 0,
  );
  const waiting = isFetching || asked !== query;
  return (
    <>
      <Button variant="default" size="compact-md" onClick={palette.open} aria-keyshortcuts="Control+K Meta+K">
        {words.search} <Kbd ml="xs">Ctrl K</Kbd>
      </Button>
      <Spotlight.Root
        store={store}
        query={query}
        onQueryChange={setQuery}
        shortcut={['mod + K']}
        lockScroll={false}
        scrollable
        maxHeight="70vh"
        attributes={{ content: { 'aria-label': words.search } }}
      >
        <Spotlight.Search placeholder={words.searchHint} aria-label={words.searchHint} />
        <Spotlight.ActionsList>
          {groups.map(({ group, actions }) => (
            <Spotlight.ActionsGroup key={group} label={group}>
              {actions.map((action) => (
                <Spotlight.Action key={action.id} {...action} />
              ))}
            </Spotlight.ActionsGroup>
          ))}
          {groups.length === 0 && (
            <Spotlight.Empty>
              {isError ? words.searchFailed : waiting ? words.searching : words.nothing}
            </Spotlight.Empty>
          )}
        </Spotlight.ActionsList>
      </Spotlight.Root>
    </>
  );
}

/** Where this account may go, and what can be changed from anywhere. */
function useCommands(account: Account, onTour: () => void) {
  const words = useWords();
  const navigate = useNavigate();
  const { language, setLanguage } = useLanguage();
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme('light') === 'dark';
  const pages = pagesFor(account.role).map((page) => ({
    id: `page/${page}`,
    label: words.workplace.goTo(words.pages[page]),
    keywords: page,
    onClick: () => void navigate(pathOf(page)),
  }));
  return [
    ...pages,
    {
      id: 'language',
      label: language === 'zh' ? 'English' : '中文',
      keywords: 'language 语言',
      onClick: () => setLanguage(language === 'zh' ? 'en' : 'zh'),
    },
    {
      id: 'theme',
      label: dark ? words.workplace.light : words.workplace.dark,
      keywords: 'theme dark light 主题',
      onClick: () => setColorScheme(dark ? 'light' : 'dark'),
    },
    { id: 'tour', label: words.workplace.tour.again, keywords: 'tour help 帮助', onClick: onTour },
  ];
}
