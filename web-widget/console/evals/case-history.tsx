import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { EvalCaseDetail } from '../../../channels/http/eval-schemas.ts';
import { Moment } from '../parts/moment.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { useWords } from '../words/use-words.tsx';
import { toFigure } from './suite-metrics.ts';

/** How the same case went in the runs of its suite, the newest first. */
export function CaseHistory({ history, caseId }: { history: EvalCaseDetail['history']; caseId: string }) {
  const words = useWords();
  const scores = [...new Set(history.flatMap((moment) => Object.keys(moment.scores)))].sort(rightFirst);
  return (
    <ScrollBox label={words.review.case.history}>
      <Table className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.evals.startedAt}</Table.Th>
            <Table.Th scope="col">{words.evals.data}</Table.Th>
            <Table.Th scope="col">{words.review.case.commit}</Table.Th>
            {scores.map((score) => (
              <Table.Th key={score} scope="col" ta="right">
                {score}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {history.map(({ runId, startedAt, data, commit, scores: values, error }) => (
            <Table.Tr key={runId}>
              <Table.Th scope="row">
                <Anchor component={Link} to={`/evals/${encodeURIComponent(runId)}/cases/${encodeURIComponent(caseId)}`}>
                  <Moment at={startedAt} />
                </Anchor>
              </Table.Th>
              <Table.Td>{data}</Table.Td>
              <Table.Td>{commit?.slice(0, 7) ?? '—'}</Table.Td>
              {scores.map((score) => (
                <Table.Td key={score} ta="right">
                  {error ? words.evals.error : toFigure(score, values[score])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

const rightFirst = (a: string, b: string) => Number(b === 'right') - Number(a === 'right') || (a < b ? -1 : 1);
