import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReviewDetail } from '../../../channels/http/eval-schemas.ts';
import { toMoment } from '../../widget/moments.ts';
import { Failed, Loading } from '../parts/query-states.tsx';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';
import { Notice } from './notice.tsx';
import { ReviewView } from './review-view.tsx';
import { releaseReview, useReview, useReviewMoves } from './use-reviews.ts';
import { VerdictForm } from './verdict-form.tsx';

/** One item in the reviewer's hands: it is taken when it is opened and put back when it is left. */
export function ReviewPanel({ id, goOn }: { id: string; goOn: () => void }) {
  const review = useReview(id);
  const { take, judge, release } = useReviewMoves(id);
  const item = review.data;
  useTakeOnce(item, () => take.mutate());
  useReleaseOnLeaving(item);
  if (review.isError) return <Failed error={review.error} retry={() => void review.refetch()} />;
  if (!item) return <Loading />;
  return (
    <Stack>
      <ReviewView item={item} />
      {item.status === 'judged' ? (
        <Judged item={item} />
      ) : (
        <InHand item={item} retake={() => take.mutate()} refused={take.error}>
          <VerdictForm
            item={item}
            pending={judge.isPending}
            error={judge.error}
            save={(verdict) => judge.mutate(verdict, { onSuccess: goOn })}
            release={() => release.mutate(undefined, { onSuccess: goOn })}
          />
        </InHand>
      )}
    </Stack>
  );
}

function useTakeOnce(item: ReviewDetail | undefined, take: () => void) {
  const { name } = useAccount();
  const asked = useRef(false);
  useEffect(() => {
    if (!item || asked.current || item.status === 'judged') return;
    asked.current = true;
    // Somebody else's item is only looked at: asking for it would be refused anyway.
    if (item.lockedBy === null || item.lockedBy === name) take();
  }, [item, name, take]);
}

/** An item that is left without a verdict is free again at once, not only when its lock has run out. */
function useReleaseOnLeaving(item: ReviewDetail | undefined) {
  const { name } = useAccount();
  const held = useRef<string | null>(null);
  held.current = item?.status === 'open' && item.lockedBy === name ? item.id : null;
  useEffect(
    () => () => {
      // Should this not arrive, the lock runs out by itself.
      if (held.current) void releaseReview(held.current).catch(() => {});
    },
    [],
  );
}

interface InHandProps {
  item: ReviewDetail;
  retake: () => void;
  refused: Error | null;
  children: React.ReactNode;
}

function InHand({ item, retake, refused, children }: InHandProps) {
  const words = useWords().review.queue;
  const { name } = useAccount();
  if (item.lockedBy === name) return children;
  return (
    <Notice title={words.notYours}>
      <Stack align="start" gap="xs">
        {item.lockedBy && <Text>{words.lockedBy(item.lockedBy)}</Text>}
        {refused && <Failed error={refused} />}
        <Button variant="default" onClick={retake}>
          {words.take}
        </Button>
      </Stack>
    </Notice>
  );
}

function Judged({ item: { judgement, judgedBy, judgedAt, madeCase } }: { item: ReviewDetail }) {
  const { review, locale } = useWords();
  const words = review.queue;
  if (!judgement || !judgedBy || !judgedAt) return null;
  return (
    <Notice title={`${words.verdict}：${words.verdicts[judgement.verdict]}`}>
      <Stack gap="xs">
        <Text>{words.judgedBy(judgedBy, toMoment(judgedAt, locale))}</Text>
        <Group gap="xs">
          {judgement.faults.map((fault) => (
            <Text key={fault}>{words.faultNames[fault]}</Text>
          ))}
        </Group>
        {judgement.culprit && (
          <Text>
            {words.culprit}：{judgement.culprit}
          </Text>
        )}
        {judgement.note && <Text className="said">{judgement.note}</Text>}
        {madeCase && (
          <Text>
            {words.madeCase(words.suites[madeCase.suite] ?? madeCase.suite, madeCase.caseId, madeCase.version)}
          </Text>
        )}
      </Stack>
    </Notice>
  );
}
