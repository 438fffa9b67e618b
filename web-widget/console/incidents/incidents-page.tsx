import { Anchor, Badge, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { IncidentSummary } from '../../../channels/http/incident-types.ts';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useIncidents } from './use-incidents.ts';

const dayChoices = [7, 30, 90, 180];
const peopleChoices = [2, 3, 5, 10];

const oneOf = (choices: readonly number[], asked: string | null, otherwise: number) =>
  choices.find((choice) => String(choice) === asked) ?? otherwise;

/** What several people report, those with the most people first. What is shown is in the address. */
export function IncidentsPage() {
  const words = useWords().handling.incidents;
  const [search, setSearch] = useSearchParams();
  const days = oneOf(dayChoices, search.get('days'), 30);
  const people = oneOf(peopleChoices, search.get('people'), 2);
  const incidents = useIncidents({ days, people });
  const show = (change: Record<string, string>) => setSearch({ days: String(days), people: String(people), ...change });
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Stack>
        <div className="filters">
          <Select
            label={words.days}
            allowDeselect={false}
            data={dayChoices.map((choice) => ({ value: String(choice), label: words.dayCount(choice) }))}
            value={String(days)}
            onChange={(chosen) => show({ days: chosen ?? '30' })}
          />
          <Select
            label={words.people}
            allowDeselect={false}
            data={peopleChoices.map((choice) => String(choice))}
            value={String(people)}
            onChange={(chosen) => show({ people: chosen ?? '2' })}
          />
        </div>
        <Read query={incidents}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>{words.none}</Empty>
            ) : (
              items.map((incident) => <IncidentCard key={incident.id} incident={incident} />)
            )
          }
        </Read>
      </Stack>
    </>
  );
}

function IncidentCard({ incident }: { incident: IncidentSummary }) {
  const words = useWords().handling.incidents;
  const { id, title, category, people, tickets, open, districts, growing, lastAt } = incident;
  return (
    <Paper component="article" withBorder radius="md" p="md" aria-label={title}>
      <Group justify="space-between" align="start" gap="sm">
        <Title order={2} size="h4">
          <Anchor component={Link} to={`/incidents/${encodeURIComponent(id)}`} inherit>
            {title}
          </Anchor>
        </Title>
        <Group gap="xs">
          <Badge size="lg" radius="sm">
            {words.peopleOf(people)}
          </Badge>
          {growing && (
            <Badge size="lg" radius="sm" variant="light" color="orange" c="var(--mantine-color-text)">
              {words.growing}
            </Badge>
          )}
        </Group>
      </Group>
      <Text c="dimmed">
        {category.group} › {category.name} · {districts.map(({ name }) => name).join('、') || '—'}
      </Text>
      <Text>
        {words.tickets} {tickets} · {words.open} {open} · {words.last} <Moment at={lastAt} />
      </Text>
    </Paper>
  );
}
