import { Title } from '@mantine/core';
import type { DataReply } from '../../widget/reply-types.ts';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/use-words.tsx';

type Data = DataReply['data'];

/** How a figure came about, in sentences, with its days and its fence; the statement for those who may see it. */
export function HowComputed({ data }: { data: Data }) {
  const words = useWords().data;
  const { window } = data.plan;
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        {words.explanation}
      </Title>
      <ul className="explanation">
        {data.explanation.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Facts
        facts={[
          ...(window ? [[words.window, words.days(window.from, window.to)] as const] : []),
          ...(data.jurisdiction ? [[words.jurisdiction, data.jurisdiction] as const] : []),
          [words.asOf, <AsOf key="as-of" at={data.dataAsOf} />],
        ]}
      />
      {data.sql && <Query sql={data.sql} params={data.params} />}
    </section>
  );
}

/** The newest moment of the data as their table has it: a year, a day, or a time by Chongqing's clock, which says no zone. */
function AsOf({ at }: { at: string | null }) {
  if (at === null || /^\d{4}(?:-\d\d-\d\d)?$/.test(at)) return <>{at ?? '—'}</>;
  return <Moment at={/(?:Z|[+-]\d\d:?\d\d)$/.test(at) ? at : `${at.replace(' ', 'T')}+08:00`} />;
}

function Query({ sql, params }: { sql: string; params: Data['params'] }) {
  const words = useWords().data;
  return (
    <details>
      <summary>{words.sql}</summary>
      <pre className="code">
        {sql}
        {params.length > 0 && `\n-- ${JSON.stringify(params)}`}
      </pre>
    </details>
  );
}
