import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useWords } from '../words/use-words.tsx';
import { orderCalls } from './order-calls.ts';
import { talkTime } from './talk-time.ts';
import { useCalls } from './use-calls.ts';
import { useNow } from './use-now.ts';

/** As many as one looks over at a glance; the rest stand in the list. */
const shownCalls = 6;

/** The calls that run beside the one that is shown, emergencies first. */
export function RunningCalls({ current }: { current: string }) {
  const words = useWords().calls;
  const calls = useCalls().data?.items ?? [];
  const running = orderCalls(calls).filter(({ endedAt }) => endedAt === null);
  const now = useNow(1_000, running.length > 0);
  return (
    <nav className="running-calls" aria-label={words.runningCalls}>
      <Anchor component={Link} to="/calls">
        {words.back}
      </Anchor>
      {running.slice(0, shownCalls).map(({ id, title, startedAt, emergency, undecided }) => (
        <Link
          key={id}
          to={`/calls/${encodeURIComponent(id)}`}
          className={emergency ? 'emergency' : undefined}
          aria-current={id === current ? 'page' : undefined}
        >
          {emergency && <strong className="pressing">{words.emergency} </strong>}
          <span lang="zh-CN">{title ?? words.untitled}</span>{' '}
          <span className="quiet">
            {talkTime(startedAt, now)}
            {undecided > 0 && ` · ${words.waitingOf(undecided)}`}
          </span>
        </Link>
      ))}
    </nav>
  );
}
