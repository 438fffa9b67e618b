import { Group, List, Stack, Text } from '@mantine/core';
import type { DraftField } from '../../../channels/http/hotline-types.ts';
import { Card } from '../parts/card.tsx';
import { Empty } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { HeardIn } from './heard-in.tsx';
import { TargetFrame } from './target-frame.tsx';
import { ofField } from './targets.ts';
import { useDeciding } from './use-deciding.ts';

/** The ticket as it would be filed now, field by field, with what is still missing. */
export function DraftFields() {
  const words = useWords().calls;
  const { state } = useDeciding().call;
  return (
    <Card title={words.draft} note={words.draftNote}>
      <Stack gap="xs">
        {state.fields.length === 0 && <Empty>{words.noDraft}</Empty>}
        {state.draft && <Missing />}
        {state.fields.map((field) => (
          <Field key={field.name} field={field} />
        ))}
      </Stack>
    </Card>
  );
}

function Missing() {
  const words = useWords().calls;
  const { missing } = useDeciding().call.state;
  if (missing.length === 0) return <Text size="sm">{words.complete}</Text>;
  return (
    <Text className="missing">
      {words.missing}：{missing.map(({ text }) => text).join('、')}
    </Text>
  );
}

function Field({ field }: { field: DraftField }) {
  const words = useWords().calls;
  const { state } = useDeciding().call;
  const name = words.fields[field.name];
  const isMissing = field.text === null && state.missing.some((missing) => missing.field === field.name);
  return (
    <TargetFrame target={ofField(field)} label={name} className="draft-field">
      <Group gap="xs" justify="space-between">
        <Text component="h3" size="sm" fw={600}>
          {name}
        </Text>
        <HeardIn sequences={field.heardIn} />
      </Group>
      <Group gap="xs" justify="space-between">
        <Value field={field} isMissing={isMissing} />
        <Sureness field={field} />
      </Group>
      <DecisionBar target={ofField(field)} about={name} />
    </TargetFrame>
  );
}

function Value({ field, isMissing }: { field: DraftField; isMissing: boolean }) {
  const words = useWords();
  if (Array.isArray(field.value) && field.value.length > 0)
    return (
      <List type="ordered" lang="zh-CN">
        {field.value.map((item) => (
          <List.Item key={item}>{item}</List.Item>
        ))}
      </List>
    );
  if (field.text === null)
    return (
      <Text className={isMissing ? 'missing' : 'quiet'}>{isMissing ? words.calls.missing : words.calls.notHeard}</Text>
    );
  return (
    <Text className="said field-value" lang="zh-CN">
      {field.text}
    </Text>
  );
}

/** Below this share the desk asks to look twice. */
const checkBelow = 0.6;

function Sureness({ field: { confidence, pinned, text } }: { field: DraftField }) {
  const { calls: words, locale } = useWords();
  if (pinned || confidence === null || text === null) return null;
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(confidence);
  return (
    <Text size="sm" className={confidence < checkBelow ? 'pressing' : undefined}>
      {words.confidence(share)}
      {confidence < checkBelow && ` · ${words.check}`}
    </Text>
  );
}
