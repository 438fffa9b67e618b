import { Anchor, Pagination, Stack, Table } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { EvalCaseList } from '../../../channels/http/api-types.ts';
import { PlainTable } from '../parts/plain-table.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { answerOf, questionOf } from './question-of.ts';
import { toFigure } from './suite-metrics.ts';
import { useFailedCases } from './use-evals.ts';

/** What the desk sends of cases at a time. */
const pageSize = 50;

export function FailedCases({ id, status }: { id: string; status: string }) {
  const words = useWords().evals;
  const [page, setPage] = useState(1);
  const cases = useFailedCases(id, page, status);
  return (
    <Read query={cases}>
      {({ items, total }) =>
        total === 0 ? (
          <Empty>{words.noFailed}</Empty>
        ) : (
          <Stack gap="sm">
            <Cases runId={id} cases={items} />
            {total > pageSize && (
              <Pagination
                value={page}
                onChange={setPage}
                total={Math.ceil(total / pageSize)}
                getControlProps={(control) => ({ 'aria-label': words.turn[control] })}
              />
            )}
          </Stack>
        )
      }
    </Read>
  );
}

function Cases({ runId, cases }: { runId: string; cases: EvalCaseList['items'] }) {
  const words = useWords().evals;
  const columns = [words.caseId, words.input, words.output, words.scores];
  return (
    <PlainTable label={words.failedCases} titles={columns} className="wide">
      {cases.map(({ caseId, input, output, error, scores }) => (
        <Table.Tr key={caseId}>
          <Table.Th scope="row">
            <Anchor component={Link} to={`/evals/${encodeURIComponent(runId)}/cases/${encodeURIComponent(caseId)}`}>
              {caseId}
            </Anchor>
          </Table.Th>
          <Table.Td>
            <Shown text={questionOf(input)} value={input} />
          </Table.Td>
          <Table.Td>{error ?? <Shown text={answerOf(output)} value={output} />}</Table.Td>
          <Table.Td>{toLine(scores)}</Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  );
}

const toLine = (scores: Record<string, number | null>) =>
  Object.entries(scores)
    .map(([name, score]) => `${name} ${toFigure(name, score)}`)
    .join(' · ');

/** What was said; where a suite says nothing, what was recorded, whose shape differs from suite to suite. */
function Shown({ text, value }: { text: string; value: unknown }) {
  if (text) return <span lang="zh-CN">{text}</span>;
  return <pre className="code">{JSON.stringify(value, null, 1)}</pre>;
}
