import { Autocomplete, Button, Group, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useEffect, useState } from 'react';
import { useUnits } from '../ticket/use-ticket.ts';
import { useWords } from '../words/use-words.tsx';
import { firstView, type TicketView, ticketSorts } from './ticket-view-url.ts';

interface Props {
  view: TicketView;
  /** Districts on the page, offered while typing. */
  districts: string[];
  change: (view: TicketView) => void;
}

/** Choices apply at once, words when they are entered; every change begins at the first page. */
export function TicketFilters({ view, districts, change }: Props) {
  const words = useWords();
  const [draft, setDraft] = useState(view);
  // The address may change under us: back, forward, a link.
  useEffect(() => setDraft(view), [view]);
  const apply = (next: Partial<TicketView>) => change({ ...draft, ...next, page: 1 });
  const write = (next: Partial<TicketView>) => setDraft({ ...draft, ...next });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply({});
  };
  return (
    <search>
      <form onSubmit={submit}>
        <div className="filters">
          <TextInput
            label={words.tickets.search}
            placeholder={words.tickets.searchHint}
            value={draft.q}
            onChange={({ currentTarget }) => write({ q: currentTarget.value })}
          />
          <Choice
            label={words.tickets.status}
            value={draft.status}
            names={words.statuses}
            change={(status) => apply({ status })}
          />
          <Choice
            label={words.tickets.urgency}
            value={draft.urgency}
            names={words.urgencies}
            change={(urgency) => apply({ urgency })}
          />
          <Choice
            label={words.handling.filters.purpose}
            value={draft.purpose}
            names={purposeNames(words.purposes)}
            change={(purpose) => apply({ purpose })}
          />
          <Choice
            label={words.handling.filters.tier}
            value={draft.tier}
            names={words.tiers}
            change={(tier) => apply({ tier })}
          />
          <UnitFilter
            value={draft.unit}
            district={draft.district || null}
            write={(unit) => write({ unit })}
            choose={(unit) => apply({ unit })}
          />
          <Autocomplete
            label={words.tickets.district}
            data={districts}
            value={draft.district}
            onChange={(district) => write({ district })}
            onOptionSubmit={(district) => apply({ district })}
          />
          <TextInput
            label={words.tickets.category}
            placeholder="C05.02"
            value={draft.category}
            onChange={({ currentTarget }) => write({ category: currentTarget.value })}
          />
          <Select
            label={words.tickets.sorted}
            allowDeselect={false}
            value={draft.sort}
            data={ticketSorts.map((value) => ({ value, label: words.tickets.sorts[value] }))}
            onChange={(sort) => apply({ sort: ticketSorts.find((name) => name === sort) ?? firstView.sort })}
          />
        </div>
        <Group mt="sm">
          <Switch
            label={words.tickets.overdue}
            checked={draft.overdue}
            onChange={({ currentTarget }) => apply({ overdue: currentTarget.checked })}
          />
          <Button type="submit">{words.tickets.apply}</Button>
          <Button variant="default" onClick={() => change({ ...firstView, pageSize: view.pageSize })}>
            {words.tickets.clear}
          </Button>
        </Group>
      </form>
    </search>
  );
}

/** Purposes are Chinese in the data; each catalogue may name them in its own language. */
const purposeNames = (names: Record<string, string>) =>
  Object.fromEntries(['咨询', '求助', '投诉', '举报', '建议', '表扬'].map((code) => [code, names[code] ?? code]));

interface UnitFilterProps {
  value: string;
  district: string | null;
  write: (unit: string) => void;
  choose: (unit: string) => void;
}

function UnitFilter({ value, district, write, choose }: UnitFilterProps) {
  const words = useWords().handling.filters;
  const [typed] = useDebouncedValue(value, 200);
  const units = useUnits(typed, district).data?.items ?? [];
  return (
    <Autocomplete
      label={words.unit}
      data={units}
      filter={({ options }) => options}
      value={value}
      onChange={write}
      onOptionSubmit={choose}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  names: Record<string, string>;
  change: (value: string) => void;
}

function Choice({ label, value, names, change }: ChoiceProps) {
  const words = useWords();
  const data = Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <Select
      label={label}
      placeholder={words.tickets.all}
      data={data}
      value={value || null}
      onChange={(chosen) => change(chosen ?? '')}
      clearable
    />
  );
}
