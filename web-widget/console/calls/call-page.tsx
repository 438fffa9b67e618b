import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { CallDetail, DecisionBody } from '../../../channels/http/hotline-types.ts';
import { toMoment } from '../../widget/moments.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { AfterCall } from './after-call.tsx';
import { Announcer } from './announcer.tsx';
import { StateBadges } from './calls-page.tsx';
import { DraftFields } from './draft-fields.tsx';
import { Filing } from './filing.tsx';
import { KeyLegend, useKeySwitch } from './key-legend.tsx';
import { LinkNotice } from './link-notice.tsx';
import { RunningCalls } from './running-calls.tsx';
import { SimilarTickets } from './similar-to-call.tsx';
import { Suggestions } from './suggestions.tsx';
import { talkTime } from './talk-time.ts';
import type { Target } from './targets.ts';
import { Transcript } from './transcript.tsx';
import { useCallKeys } from './use-call-keys.ts';
import { useCall } from './use-calls.ts';
import { DecidingProvider, useCallDeciding } from './use-deciding.ts';
import { useFollow } from './use-follow.ts';
import { useNow } from './use-now.ts';
import { Warnings } from './warnings.tsx';

/** An operator's workplace for one call. */
export function CallPage() {
  const { id = '' } = useParams();
  const words = useWords().calls;
  const call = useCall(id);
  return (
    <>
      <RunningCalls current={id} />
      {call.data === undefined && <PageHeading title={words.title} />}
      <LinkNotice query={call} />
      <Read query={call}>{(call) => <Workplace key={call.id} call={call} />}</Read>
    </>
  );
}

function Workplace({ call }: { call: CallDetail }) {
  const [own, tellOwn] = useOwnAnnouncement();
  const deciding = useCallDeciding(call, tellOwn);
  const [asking, setAsking] = useState(false);
  const [joining, setJoining] = useState<string | null>(null);
  const [keysOn, setKeysOn] = useKeySwitch();
  const follow = useFollow(call.utterances);
  const mayFile = call.ticketNumber === null && call.state.draft !== null;
  useCallKeys(
    deciding,
    {
      file: () => setAsking(mayFile),
      latest: follow.toLatest,
      join: ({ key }) => {
        const found = call.state.similar.find(({ number }) => `similar-${number}` === key);
        if (found && call.ticketNumber === null) setJoining(found.number);
      },
    },
    keysOn,
  );
  return (
    <DecidingProvider value={deciding}>
      <CallHeading call={call} />
      <Announcer own={own} />
      <Stack gap="sm" mb="sm">
        <Warnings />
      </Stack>
      <KeyLegend on={keysOn} setOn={setKeysOn} />
      <div className="workplace">
        <Transcript call={call} follow={follow} />
        <Stack>
          {call.endedAt !== null && <AfterCall />}
          <Suggestions />
          <SimilarTickets joining={joining} setJoining={setJoining} />
        </Stack>
        <Stack>
          <DraftFields />
          <Filing asking={asking} setAsking={setAsking} />
        </Stack>
      </div>
    </DecidingProvider>
  );
}

function CallHeading({ call }: { call: CallDetail }) {
  const { calls: words, locale } = useWords();
  const { startedAt, endedAt, title, operator } = call;
  const now = useNow(1_000, endedAt === null);
  const facts = [
    words.call(toMoment(startedAt, locale)),
    `${words.talkTime} ${talkTime(startedAt, endedAt ? new Date(endedAt) : now)}`,
    ...(operator ? [`${words.operator} ${operator}`] : []),
  ];
  return (
    <PageHeading title={title ?? words.untitled}>
      <StateBadges call={call} />
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
    </PageHeading>
  );
}

/** What the operator did, in words for a screen reader. */
function useOwnAnnouncement(): [own: string, tell: (body: DecisionBody, target: Target) => void] {
  const { calls } = useWords();
  const [own, setOwn] = useState('');
  const names: Record<string, string> = { ...calls.kinds, ...calls.fields, similar: calls.similar };
  return [own, ({ decision }, { kind }) => setOwn(calls.decide.announced(calls.decide[decision], names[kind] ?? kind))];
}
