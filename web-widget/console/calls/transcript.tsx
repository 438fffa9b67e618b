import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { CallDetail, Utterance } from '../../../channels/http/hotline-types.ts';
import { Card } from '../parts/card.tsx';
import { Empty } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { utteranceId } from './focus-target.ts';
import { talkTime } from './talk-time.ts';
import type { Follow } from './use-follow.ts';

/** Below this share a recogniser has guessed more than it heard. */
const hardToHearBelow = 0.6;

/**
 * What is said, as it is said. Not a live region: whoever reads by ear hears the citizen already, and would hear them twice;
 * what is read out is what the desk makes of it.
 */
export function Transcript({ call, follow }: { call: CallDetail; follow: Follow }) {
  const words = useWords().calls;
  const { utterances, startedAt } = call;
  return (
    <Card title={words.transcript}>
      <section
        className="transcript-box"
        aria-label={words.transcript}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        ref={follow.box}
        onScroll={follow.onScroll}
      >
        {utterances.length === 0 && <Empty>{words.transcriptEmpty}</Empty>}
        <ol className="transcript">
          {utterances.map((utterance) => (
            <Line key={utterance.sequence} utterance={utterance} startedAt={startedAt} />
          ))}
        </ol>
      </section>
      <ToLatest count={utterances.length} follow={follow} />
    </Card>
  );
}

function Line({ utterance, startedAt }: { utterance: Utterance; startedAt: string }) {
  const words = useWords().calls;
  const { sequence, speaker, text, at, final, confidence, late } = utterance;
  const marks = [
    ...(final ? [] : [words.partial]),
    ...(final && confidence !== null && confidence < hardToHearBelow ? [words.unsure] : []),
    ...(late ? [words.late] : []),
  ];
  const looks = [speaker, !final && 'partial', marks.includes(words.unsure) && 'unsure'].filter(Boolean).join(' ');
  return (
    <li id={utteranceId(sequence)} className={looks} tabIndex={-1}>
      <Group gap="xs">
        <Text size="sm" c="dimmed" component="span">
          {words.speakers[speaker]} <time dateTime={at}>{talkTime(startedAt, new Date(at))}</time>
        </Text>
        {marks.map((mark) => (
          <span key={mark} className="utterance-mark">
            {mark}
          </span>
        ))}
      </Group>
      <Text className="said" lang="zh-CN">
        {text}
      </Text>
    </li>
  );
}

/** There while somebody reads further up, with how much they have not seen. */
function ToLatest({ count, follow: { follows, toLatest } }: { count: number; follow: Follow }) {
  const words = useWords().calls;
  const seen = useRef(count);
  useEffect(() => {
    if (follows) seen.current = count;
  }, [follows, count]);
  if (follows) return null;
  const unseen = count - seen.current;
  return (
    <Button className="to-latest" size="compact-md" variant="default" onClick={toLatest}>
      {unseen > 0 ? words.toLatestNew(unseen) : words.toLatest}
    </Button>
  );
}
