import type { DiffLine } from '../../../channels/http/card-types.ts';
import { useWords } from '../words/use-words.tsx';

/** Two versions line by line. Each change says in words and by its sign what it is; the colour only repeats it. */
export function DiffView({ lines }: { lines: readonly DiffLine[] }) {
  const { card } = useWords().knowledge;
  const changed = lines.filter(({ kind }) => kind !== 'same');
  const same = lines.length - changed.length;
  if (changed.length === 0) return <p role="status">{card.same}</p>;
  return (
    <>
      <ul className="version-diff">
        {changed.map((line, at) => (
          <ChangedLine key={at} line={line} />
        ))}
      </ul>
      {same > 0 && <p className="quiet">{card.sameOnes(same)}</p>}
    </>
  );
}

function ChangedLine({ line: { kind, section, before, after } }: { line: DiffLine }) {
  const { diff, sections } = useWords().knowledge;
  return (
    <li>
      <span className="quiet">
        {sections[section] ?? section} · {kind === 'same' ? diff.unchanged : diff[kind]}
      </span>
      {before && (
        <del>
          <span aria-hidden="true">− </span>
          <span className="unseen">{diff.before}：</span>
          {before.text}
        </del>
      )}
      {after && (
        <ins>
          <span aria-hidden="true">+ </span>
          <span className="unseen">{diff.after}：</span>
          {after.text}
        </ins>
      )}
    </li>
  );
}
