import type { DataReply } from '../../widget/reply-types.ts';
import { useWords } from '../words/use-words.tsx';
import { cellText } from './figure-text.ts';

type Data = DataReply['data'];

/** One row without a name is figures, not a table. */
export const isOneRow = ({ rows, columns, plan }: Data) =>
  plan.kind === 'aggregate' && rows.length === 1 && columns.every(({ role }) => role === 'metric');

/** A figure or a few, large, each under its name with its unit. */
export function FigureTiles({ data: { columns, rows } }: { data: Data }) {
  const words = useWords().data;
  return (
    <dl className="figure-tiles">
      {columns.map(({ name, label }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{cellText(rows[0]?.[name], words)}</dd>
        </div>
      ))}
    </dl>
  );
}
