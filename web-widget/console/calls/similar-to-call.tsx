import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SimilarToCall } from '../../../channels/http/hotline-types.ts';
import { Card } from '../parts/card.tsx';
import { LikenessEvidence } from '../parts/likeness-evidence.tsx';
import { Moment } from '../parts/moment.tsx';
import { Empty, Failed } from '../parts/query-states.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { TicketLink } from '../parts/ticket-link.tsx';
import { useWords } from '../words/use-words.tsx';
import { DecisionBar, DecisionButton } from './decision-bar.tsx';
import { focusTarget } from './focus-target.ts';
import { HeardIn } from './heard-in.tsx';
import { TargetFrame } from './target-frame.tsx';
import { ofSimilar } from './targets.ts';
import { useJoinTicket } from './use-calls.ts';
import { useDeciding } from './use-deciding.ts';

interface Joining {
  /** The ticket that the operator is about to add the call to. */
  joining: string | null;
  setJoining: (number: string | null) => void;
}

/** Tickets that may be about the same, with what speaks for it: the call may be added to one instead of filing another. */
export function SimilarTickets(joining: Joining) {
  const words = useWords().calls;
  const { similar } = useDeciding().call.state;
  return (
    <Card title={words.similar}>
      <Stack gap="sm">
        {similar.length === 0 && <Empty>{words.noSimilar}</Empty>}
        {similar.map((one) => (
          <Likeness key={one.number} one={one} {...joining} />
        ))}
      </Stack>
    </Card>
  );
}

function Likeness({ one, joining, setJoining }: Joining & { one: SimilarToCall }) {
  const words = useWords().calls;
  const { call } = useDeciding();
  const target = ofSimilar(one);
  const join = call.ticketNumber === null && (
    <DecisionButton
      {...{ target, about: one.number, label: words.decide.join, shortcut: 'a', variant: 'filled' }}
      act={() => setJoining(joining === one.number ? null : one.number)}
    />
  );
  return (
    <TargetFrame target={target} label={one.number} className="offered">
      <Group gap="xs">
        <TicketLink number={one.number} />
        <StatusBadge status={one.status} />
      </Group>
      <Text lang="zh-CN">{one.title}</Text>
      <LikenessEvidence likeness={one}>
        {' · '}
        {words.filedAt} <Moment at={one.filedAt} />
        {one.owner && ` · ${words.ownedBy} ${one.owner}`}
      </LikenessEvidence>
      <HeardIn sequences={one.heardIn} />
      <DecisionBar target={target} about={one.number} accept={join} />
      {joining === one.number && <JoinForm number={one.number} close={() => setJoining(null)} />}
    </TargetFrame>
  );
}

/** Adding a call to a ticket cannot be taken back here, so it is asked once more. */
function JoinForm({ number, close }: { number: string; close: () => void }) {
  const { calls, states } = useWords();
  const words = calls.decide;
  const { call } = useDeciding();
  const join = useJoinTicket(call.id);
  const [reason, setReason] = useState('');
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      className="decision-form"
      aria-label={words.join}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        close();
        focusTarget(`similar-${number}`);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate({ number, ...(reason.trim() && { reason: reason.trim() }) }, { onSuccess: close });
      }}
    >
      <Stack gap="xs">
        <Text>{words.joinNote(number)}</Text>
        {join.error && <Failed error={join.error} />}
        <Textarea
          label={words.joinReason}
          autosize
          minRows={1}
          ref={first}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={join.isPending}>
            {words.confirmJoin}
          </Button>
          <Button size="compact-md" variant="default" onClick={close}>
            {states.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
