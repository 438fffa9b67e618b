import { Table } from '@mantine/core';
import type { RunComparisonAnswer } from '../../../channels/http/eval-schemas.ts';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { useWords } from '../words/use-words.tsx';
import { toFigure } from './suite-metrics.ts';

type Change = RunComparisonAnswer['changes'][number];

/** Every score with its change, how sure that is, and what could have been seen at all; regressions first. */
export function ChangeTable({ comparison: { changes } }: { comparison: RunComparisonAnswer }) {
  const words = useWords();
  const names = words.review.compare;
  const columns = [
    names.baseline,
    names.candidate,
    names.delta,
    words.review.interval,
    names.p,
    names.smallest,
    names.worse,
    names.better,
  ];
  return (
    <ScrollBox label={words.review.score}>
      <Table className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.review.score}</Table.Th>
            <Table.Th scope="col">{names.verdict}</Table.Th>
            {columns.map((title) => (
              <Table.Th key={title} scope="col" ta="right">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {regressionsFirst(changes).map((change) => (
            <ChangeRow key={change.score} change={change} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const words = useWords().review.compare;
  const { score, baseline, candidate, delta, interval, adjustedP, smallestDetectable, better, worse } = change;
  const verdict = verdictOf(change);
  const figures = [
    toFigure('', baseline),
    toFigure('', candidate),
    signed(delta),
    `${signed(interval.low)} … ${signed(interval.high)}`,
    adjustedP < 0.001 ? '< 0.001' : toFigure('', adjustedP),
    toFigure('', smallestDetectable),
    worse.length,
    better.length,
  ];
  return (
    <Table.Tr>
      <Table.Th scope="row">{score}</Table.Th>
      <Table.Td className={verdict === 'down' ? 'pressing' : undefined}>{words.real[verdict]}</Table.Td>
      {figures.map((figure, at) => (
        <Table.Td key={at} ta="right">
          {figure}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Whether a score is better by being less is the desk's knowledge: it has sorted the cases into better and worse. */
function verdictOf({ significant, better, worse }: Change): 'up' | 'down' | 'none' {
  if (!significant) return 'none';
  return worse.length > better.length ? 'down' : 'up';
}

const rank = { down: 0, none: 1, up: 2 };

function regressionsFirst(changes: readonly Change[]): Change[] {
  return changes.toSorted((a, b) => {
    if (verdictOf(a) !== verdictOf(b)) return rank[verdictOf(a)] - rank[verdictOf(b)];
    return b.worse.length - a.worse.length || (a.score < b.score ? -1 : 1);
  });
}

const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${toFigure('', Math.abs(value))}`;
