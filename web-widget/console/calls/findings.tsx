import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Finding, SettleBody } from '../../../channels/http/hotline-types.ts';
import { Empty, Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { HeardIn } from './heard-in.tsx';
import { useSettle } from './use-calls.ts';
import { useDeciding } from './use-deciding.ts';

const colours: Record<Finding['severity'], string> = { high: 'red', medium: 'orange', low: 'gray' };

/** Where ticket and transcript differ; each is mended or confirmed, with a reason. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const words = useWords().calls.after;
  if (findings.length === 0) return <Empty>{words.noFindings}</Empty>;
  return (
    <Stack gap="sm">
      {findings.map((finding) => (
        <OneFinding key={finding.id} finding={finding} />
      ))}
    </Stack>
  );
}

function OneFinding({ finding }: { finding: Finding }) {
  const words = useWords().calls.after;
  const { kind, severity, text, heardIn, settled } = finding;
  const [how, setHow] = useState<SettleBody['how'] | null>(null);
  return (
    <article className="target finding" aria-label={words.kinds[kind]}>
      <Group gap="xs">
        <Badge
          variant="light"
          size="lg"
          radius="sm"
          color={settled ? 'gray' : colours[severity]}
          c="var(--mantine-color-text)"
        >
          {words.severities[severity]}
        </Badge>
        <Text component="h3" size="sm" fw={600}>
          {words.kinds[kind]}
        </Text>
        <HeardIn sequences={heardIn} />
      </Group>
      <Text className="said" lang="zh-CN">
        {text}
      </Text>
      {settled ? (
        <Text size="sm" c="dimmed">
          {words.settledBy(words[settled.how], settled.by)} {settled.reason}
        </Text>
      ) : (
        <Group gap="xs">
          {(['mended', 'confirmed'] as const).map((way) => (
            <Button
              key={way}
              variant="default"
              size="compact-md"
              aria-expanded={how === way}
              onClick={() => setHow(how === way ? null : way)}
            >
              {words[way]}
              <span className="unseen">：{words.kinds[kind]}</span>
            </Button>
          ))}
        </Group>
      )}
      {how && !settled && <SettleForm key={how} how={how} finding={finding} close={() => setHow(null)} />}
    </article>
  );
}

function SettleForm({ how, finding, close }: { how: SettleBody['how']; finding: Finding; close: () => void }) {
  const { calls, states } = useWords();
  const { call } = useDeciding();
  const settle = useSettle(call.id);
  const [reason, setReason] = useState('');
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    settle.mutate({ findingId: finding.id, body: { how, reason: reason.trim() } });
  };
  return (
    <form className="decision-form" aria-label={calls.after[how]} onSubmit={submit}>
      <Stack gap="xs">
        {settle.error && <Failed error={settle.error} />}
        <Textarea
          ref={first}
          label={calls.after.reason}
          required
          autosize
          minRows={1}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={settle.isPending}>
            {calls.after[how]}
          </Button>
          <Button size="compact-md" variant="default" onClick={close}>
            {states.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
