import { Anchor, Badge, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { DataSetSummary } from '../../../channels/http/eval-schemas.ts';
import { Moment } from '../parts/moment.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { DataSetCases } from './data-set-cases.tsx';
import { ImportForm } from './import-form.tsx';
import { dataSetPath, useDataSets } from './use-data-sets.ts';

export function DataSetsPage() {
  const words = useWords().review.data;
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('q') ?? '';
  const sets = useDataSets();
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Stack>
        <TextInput
          label={words.filter}
          value={wanted}
          maw="20rem"
          onChange={({ currentTarget: { value } }) => setSearch(value ? { q: value } : {}, { replace: true })}
        />
        <Read query={sets}>
          {({ items }) => (
            <>
              <div className="cards">
                {items
                  .filter((set) => `${set.title}${set.suite}${set.name}`.includes(wanted))
                  .map((set) => (
                    <DataSet key={`${set.suite}/${set.name}`} set={set} />
                  ))}
              </div>
              {!items.some(({ origin }) => origin === 'made') && <Empty>{words.noneMade}</Empty>}
            </>
          )}
        </Read>
        <ImportForm />
      </Stack>
    </>
  );
}

// The whole of a large set's coverage would bury everything else.
const shownCoverage = 24;

function DataSet({ set }: { set: DataSetSummary }) {
  const words = useWords();
  const names = words.review.data;
  const coverage = Object.entries(set.coverage).sort(([, a], [, b]) => b - a);
  return (
    <Paper component="section" withBorder radius="md" p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {set.title} · {set.name}
        </Title>
        <Badge variant="default" size="lg" radius="sm">
          {names.origins[set.origin]}
        </Badge>
      </Group>
      <Stack gap="xs">
        <Text>
          {words.evals.cases} {set.cases} ·{' '}
          {Object.entries(set.splits)
            .map(([split, count]) => `${names.splitNames[split] ?? split} ${count}`)
            .join(' · ')}
        </Text>
        {set.digest && (
          <Text className="quiet">
            {names.digest} {set.digest.slice(0, 12)}
          </Text>
        )}
        {coverage.length > 0 && (
          <details>
            <summary>
              {names.coverage}（{coverage.length}）
            </summary>
            <div className="chips">
              {coverage.slice(0, shownCoverage).map(([slice, count]) => (
                <span key={slice} className="quiet">
                  {slice} {count}
                </span>
              ))}
              {coverage.length > shownCoverage && <span className="quiet">… +{coverage.length - shownCoverage}</span>}
            </div>
          </details>
        )}
        {set.versions.length > 0 && <Versions set={set} />}
        <Group gap="md">
          <Anchor component={Link} to={`/evals/runs?suite=${set.suite}&data=${runDataOf(set)}`}>
            {names.runIt}
          </Anchor>
          {set.origin === 'made' && (
            <Anchor href={`/api${dataSetPath(set.suite, set.name)}/export`} download>
              {names.download}
            </Anchor>
          )}
        </Group>
        {set.origin === 'made' && <DataSetCases set={set} />}
      </Stack>
    </Paper>
  );
}

/** Reviewed cases are run together with what they come beside. */
const runDataOf = ({ origin, name }: DataSetSummary) =>
  encodeURIComponent(origin === 'own' ? 'own' : name === 'regression' ? 'own+regression' : name);

function Versions({ set }: { set: DataSetSummary }) {
  const words = useWords();
  const names = words.review.data;
  return (
    <PlainTable
      label={`${names.versions}：${set.title} ${set.name}`}
      titles={[names.versions, words.evals.cases, names.at, names.by, names.reason]}
      className="figures"
    >
      {set.versions.map(({ version, cases, at, actor, note }) => (
        <Table.Tr key={version}>
          <Table.Th scope="row">{names.version(version)}</Table.Th>
          <Table.Td>{cases}</Table.Td>
          <Table.Td>
            <Moment at={at} />
          </Table.Td>
          <Table.Td>{actor}</Table.Td>
          <Table.Td>{note}</Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  );
}
