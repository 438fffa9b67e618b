import { Button, Checkbox, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReviewDetail, VerdictBody } from '../../../channels/http/eval-schemas.ts';
import { Card } from '../parts/card.tsx';
import { Failed } from '../parts/query-states.tsx';
import { useSingleKeys } from '../parts/use-single-keys.ts';
import { useWords } from '../words/use-words.tsx';
import { CorrectionFields } from './correction-fields.tsx';
import { firstDraft, toVerdict, type VerdictDraft, verdictNames } from './verdict-draft.ts';

interface Props {
  item: ReviewDetail;
  pending: boolean;
  error: Error | null;
  save: (verdict: VerdictBody) => void;
  release: () => void;
}

/** The rubric. 1–4 choose a verdict, e goes to the correction, Enter saves; in a text field keys are letters. */
export function VerdictForm({ item, pending, error, save, release }: Props) {
  const words = useWords().review.queue;
  const [draft, setDraft] = useState(() => firstDraft(item.content));
  const [asked, setAsked] = useState(false);
  const correction = useRef<HTMLDivElement>(null);
  const change = (fields: Partial<VerdictDraft>) => setDraft((before) => ({ ...before, ...fields }));
  const submit = () => {
    const verdict = toVerdict(draft);
    if (verdict) save(verdict);
    else setAsked(true);
  };
  useSingleKeys({
    ...Object.fromEntries(verdictNames.map((verdict, at) => [String(at + 1), () => change({ verdict })])),
    e: () => focusFirst(correction.current),
    Enter: submit,
  });
  return (
    <Card title={words.verdict}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <Verdicts draft={draft} change={change} />
          {asked && !draft.verdict && (
            <Text role="alert" className="pressing">
              {words.chooseVerdict}
            </Text>
          )}
          <Faults draft={draft} change={change} />
          <Culprit item={item} draft={draft} change={change} />
          <Textarea
            label={words.comment}
            rows={2}
            value={draft.note}
            onChange={({ currentTarget: { value } }) => change({ note: value })}
          />
          <div ref={correction}>
            <CorrectionFields draft={draft} change={change} />
          </div>
          {error && <Failed error={error} />}
          <Group>
            <Button type="submit" loading={pending}>
              {words.save}
            </Button>
            <Button variant="default" onClick={release}>
              {words.release}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

const focusFirst = (within: HTMLElement | null) => within?.querySelector<HTMLElement>('input, textarea')?.focus();

interface PartProps {
  draft: VerdictDraft;
  change: (fields: Partial<VerdictDraft>) => void;
}

function Verdicts({ draft, change }: PartProps) {
  const words = useWords().review.queue;
  return (
    <Radio.Group
      aria-label={words.verdict}
      value={draft.verdict}
      onChange={(verdict) => change({ verdict: verdict as VerdictDraft['verdict'] })}
    >
      <div className="rubric">
        {verdictNames.map((verdict, at) => (
          <Radio
            key={verdict}
            value={verdict}
            label={`${at + 1} ${words.verdicts[verdict]}`}
            description={words.rubric[verdict]}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

function Faults({ draft, change }: PartProps) {
  const words = useWords().review.queue;
  if (!draft.verdict || draft.verdict === 'right') return null;
  return (
    <Checkbox.Group label={words.faults} value={draft.faults} onChange={(faults) => change({ faults })}>
      <div className="chips">
        {Object.entries(words.faultNames).map(([fault, name]) => (
          <Checkbox key={fault} value={fault} label={name} mih={32} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** What the answer came from, offered to be named with one click. */
function Culprit({ item, draft, change }: PartProps & { item: ReviewDetail }) {
  const words = useWords().review.queue;
  const { reply, route, ticket } = item.content;
  const offered = [reply?.matter && `matter/${reply.matter}`, reply?.category, ticket?.category, route?.label];
  const known = [...new Set(offered.filter((one) => typeof one === 'string' && one !== ''))] as string[];
  return (
    <div>
      <TextInput
        label={words.culprit}
        placeholder={words.culpritHint}
        value={draft.culprit}
        onChange={({ currentTarget: { value } }) => change({ culprit: value })}
      />
      <div className="chips">
        {known.map((one) => (
          <Button key={one} variant="subtle" size="compact-md" onClick={() => change({ culprit: one })}>
            {one}
          </Button>
        ))}
      </div>
    </div>
  );
}
