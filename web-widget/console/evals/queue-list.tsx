import { Link } from 'react-router';
import type { ReviewSummary } from '../../../channels/http/eval-schemas.ts';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/use-words.tsx';

interface Props {
  items: readonly ReviewSummary[];
  total: number;
  current: string;
  search: string;
}

export function QueueList({ items, total, current, search }: Props) {
  const words = useWords().review;
  return (
    <section aria-label={words.queue.list}>
      <p className="quiet">{words.overview.waiting(total)}</p>
      <ul className="queue-list">
        {items.map((item) => (
          <li key={item.id}>
            <Link
              to={`/evals/queue/${encodeURIComponent(item.id)}${search}`}
              aria-current={item.id === current ? 'true' : undefined}
            >
              <span className="asked" lang="zh-CN">
                {item.question || item.id}
              </span>
              <span className="quiet">
                {item.reasons.map((reason) => words.queue.reasons[reason] ?? reason).join('、')}
              </span>
              <br />
              <span className="quiet">
                {item.verdict ? `${words.queue.verdicts[item.verdict]} · ` : ''}
                {item.lockedBy ? `${words.queue.lockedBy(item.lockedBy)} · ` : ''}
                <Moment at={item.judgedAt ?? item.createdAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
