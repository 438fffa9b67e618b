import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ReviewList } from '../../../channels/http/eval-schemas.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { Empty, Read } from '../parts/query-states.tsx';
import { useSingleKeys } from '../parts/use-single-keys.ts';
import { useWords } from '../words/use-words.tsx';
import { QueueList } from './queue-list.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { useReviews } from './use-reviews.ts';

/** The review queue: the list on the left, the item that the address names on the right. */
export function QueuePage() {
  const words = useWords().review.queue;
  const { item = '' } = useParams();
  const [search] = useSearchParams();
  const [status, reason] = [search.get('status') === 'judged' ? 'judged' : 'open', search.get('reason') ?? ''];
  const reviews = useReviews(status, reason);
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Filters status={status} reason={reason} counts={reviews.data?.reasons ?? {}} />
      <Text className="quiet" my="xs">
        {words.keys}
      </Text>
      <Read query={reviews}>{(list) => <Queue list={list} item={item} search={search} status={status} />}</Read>
    </>
  );
}

function Queue({
  list,
  item,
  search,
  status,
}: {
  list: ReviewList;
  item: string;
  search: URLSearchParams;
  status: string;
}) {
  const words = useWords().review.queue;
  const navigate = useNavigate();
  const asked = search.size > 0 ? `?${search}` : '';
  const goTo = (id: string | undefined) => id && navigate(`/evals/queue/${encodeURIComponent(id)}${asked}`);
  const at = list.items.findIndex(({ id }) => id === item);
  const step = (by: number) => goTo(list.items[at < 0 ? 0 : Math.min(list.items.length - 1, Math.max(0, at + by))]?.id);
  useSingleKeys({ j: () => step(1), k: () => step(-1) });
  // A judged item leaves the list; the next one is then at its place.
  const after = () => goTo(list.items[at + 1]?.id ?? list.items[at - 1]?.id);
  if (list.items.length === 0 && !item) return <Empty>{status === 'open' ? words.empty : words.emptyJudged}</Empty>;
  return (
    <div className="queue">
      <QueueList items={list.items} total={list.total} current={item} search={asked} />
      {item ? <ReviewPanel key={item} id={item} goOn={after} /> : <Empty>{words.choose}</Empty>}
    </div>
  );
}

function Filters({ status, reason, counts }: { status: string; reason: string; counts: Record<string, number> }) {
  const words = useWords().review.queue;
  const navigate = useNavigate();
  const show = (next: { status: string; reason: string }) => {
    const search = new URLSearchParams(Object.entries(next).filter(([, value]) => value && value !== 'open'));
    navigate(`/evals/queue${search.size > 0 ? `?${search}` : ''}`);
  };
  const options = Object.entries(words.reasons).map(([value, label]) => ({
    value,
    label: counts[value] ? `${label}（${counts[value]}）` : label,
  }));
  return (
    <Group align="end">
      <SegmentedControl
        aria-label={words.title}
        value={status}
        onChange={(value) => show({ status: value, reason })}
        data={[
          { value: 'open', label: words.open },
          { value: 'judged', label: words.judged },
        ]}
      />
      <Select
        label={words.reason}
        placeholder={words.all}
        data={options}
        value={reason || null}
        onChange={(value) => show({ status, reason: value ?? '' })}
        clearable
      />
    </Group>
  );
}
