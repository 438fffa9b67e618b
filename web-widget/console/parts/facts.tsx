import { Fragment, type ReactNode } from 'react';

/** Names and values in two columns; a value that is not known is a dash. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value || value === 0 ? value : '—'}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
