import { Group, Pagination, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';
import { DecideDialog, type Decision } from './decide-dialog.tsx';
import { TriageItem } from './triage-item.tsx';
import { triagePageSize, useTriage } from './use-triage.ts';
import './triage.css';

const deciders = new Set(['hotline_operator', 'administrator']);

/** What the system leaves to a person: vacuum, clash, doubt, returns, and what units ask for. */
export function TriagePage() {
  const { handling, tickets: names } = useWords();
  const words = handling.triage;
  const [search, setSearch] = useSearchParams();
  const page = Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1);
  const triage = useTriage(page);
  const mayDecide = deciders.has(useAccount().role);
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Read query={triage}>
        {({ items, total }) => (
          <Stack>
            {total === 0 ? <Empty>{words.none}</Empty> : <Text c="dimmed">{names.total(total)}</Text>}
            {items.map((item) => (
              <TriageItem key={item.number} item={item} decide={mayDecide ? setDecision : null} />
            ))}
            {total > triagePageSize && (
              <Group justify="center">
                <Pagination
                  total={Math.ceil(total / triagePageSize)}
                  value={page}
                  onChange={(next) => setSearch(next === 1 ? {} : { page: String(next) })}
                  getControlProps={(control) => ({ 'aria-label': control })}
                />
              </Group>
            )}
          </Stack>
        )}
      </Read>
      {decision && <DecideDialog decision={decision} close={() => setDecision(null)} />}
    </>
  );
}
