import { Anchor, Badge, Group, Stack, Table } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { IncidentDetail } from '../../../channels/http/incident-types.ts';
import { LazyChart } from '../evals/lazy-chart.tsx';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { Read } from '../parts/query-states.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { TicketLink } from '../parts/ticket-link.tsx';
import { useWords } from '../words/use-words.tsx';
import { fillDays, toPlacesOption, toTrendOption } from './incident-options.ts';
import { useIncident } from './use-incidents.ts';

export function IncidentPage() {
  const { id = '' } = useParams();
  const words = useWords().handling.incidents;
  const incident = useIncident(id);
  return (
    <Stack>
      <Anchor component={Link} to="/incidents">
        ← {words.back}
      </Anchor>
      <Read query={incident}>{(incident) => <Incident incident={incident} />}</Read>
    </Stack>
  );
}

function Incident({ incident }: { incident: IncidentDetail }) {
  const words = useWords().handling.incidents;
  const { title, category, people, tickets, open, unknownReports, firstAt, lastAt, streets, growing } = incident;
  return (
    <>
      <PageHeading title={title} note={`${category.group} › ${category.name}`}>
        {growing && (
          <Badge size="lg" radius="sm" variant="light" color="orange" c="var(--mantine-color-text)">
            {words.growing}
          </Badge>
        )}
      </PageHeading>
      <div className="columns">
        <Stack>
          <Card title={words.members}>
            <Members members={incident.members} />
          </Card>
          <Card title={words.trend}>
            <LazyChart option={toTrendOption(incident.trend, words.count)} label={words.trendOf} />
            <CountTable of={words.day} rows={fillDays(incident.trend).map(({ day, tickets }) => [day, tickets])} />
          </Card>
        </Stack>
        <Stack>
          <Card title={words.peopleOf(people)}>
            <Facts
              facts={[
                [words.tickets, tickets],
                [words.open, open],
                [words.unknown, unknownReports],
                [words.first, <Moment key="first" at={firstAt} />],
                [words.last, <Moment key="last" at={lastAt} />],
                [words.streets, streets.map(({ name, tickets }) => `${name} ${tickets}`).join('、')],
              ]}
            />
          </Card>
          <Card title={words.districts}>
            <LazyChart option={toPlacesOption(incident.districts, words.count)} label={words.districtsOf} />
            <CountTable of={words.districts} rows={incident.districts.map(({ name, tickets }) => [name, tickets])} />
          </Card>
        </Stack>
      </div>
    </>
  );
}

/** The chart in figures, for whom a picture says nothing. */
function CountTable({ of, rows }: { of: string; rows: [string, number][] }) {
  const words = useWords().handling.incidents;
  return (
    <details>
      <summary>{words.table}</summary>
      <Table className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{of}</Table.Th>
            <Table.Th scope="col" ta="right">
              {words.count}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, count]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td ta="right">{count}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

function Members({ members }: { members: IncidentDetail['members'] }) {
  const words = useWords();
  const names = words.handling.incidents;
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent', maximumFractionDigits: 0 });
  const columns = [
    words.tickets.number, words.tickets.subject, words.tickets.status, names.relation, names.score, names.joinedBy,
    words.tickets.filedAt,
  ]; // biome-ignore format: a row of titles
  return (
    <PlainTable label={names.members} titles={columns} className="wide">
      {members.map(({ ticket, relation, score, joinedBy }) => (
        <Table.Tr key={ticket.number}>
          <Table.Td>
            <TicketLink number={ticket.number} />
          </Table.Td>
          <Table.Td className="long">{ticket.title}</Table.Td>
          <Table.Td>
            <Group gap="xs">
              <StatusBadge status={ticket.status} />
            </Group>
          </Table.Td>
          <Table.Td>{words.handling.similar.relations[relation]}</Table.Td>
          <Table.Td>{percent.format(score)}</Table.Td>
          <Table.Td>{joinedBy === 'engine' ? names.engine : joinedBy}</Table.Td>
          <Table.Td>
            <Moment at={ticket.filedAt} />
          </Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  );
}
