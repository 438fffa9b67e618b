import { Badge, NavLink, Stack } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { CallList } from '../../../channels/http/api-types.ts';
import { toMoment } from '../../widget/moments.ts';
import { Card } from '../parts/card.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { CallView } from './call-view.tsx';
import { useCalls } from './use-calls.ts';

/** The calls on one side, the chosen one on the other. */
export function CallsPage() {
  const { id } = useParams();
  const words = useWords().calls;
  const calls = useCalls();
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <div className="calls">
        <Card title={words.list}>
          <Read query={calls}>{({ items }) => <CallLinks calls={items} chosen={id} />}</Read>
        </Card>
        {id === undefined ? <Empty>{words.choose}</Empty> : <CallView key={id} id={id} />}
      </div>
    </>
  );
}

function CallLinks({ calls, chosen }: { calls: CallList['items']; chosen: string | undefined }) {
  const { calls: words, locale } = useWords();
  if (calls.length === 0) return <Empty>{words.none}</Empty>;
  return (
    <Stack gap={4}>
      {calls.map(({ id, startedAt, endedAt, ticketNumber }) => (
        <NavLink
          key={id}
          component={Link}
          to={`/calls/${encodeURIComponent(id)}`}
          active={id === chosen}
          label={words.call(toMoment(startedAt, locale))}
          description={ticketNumber}
          rightSection={
            <Badge variant="light" color={endedAt ? 'gray' : 'blue'}>
              {endedAt ? words.ended : words.live}
            </Badge>
          }
        />
      ))}
    </Stack>
  );
}
