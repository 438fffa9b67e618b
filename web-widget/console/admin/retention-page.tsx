import { Button, Group, List, NumberInput, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { RetentionList, RetentionPreview, RetentionSetting } from '../../../channels/http/admin-types.ts';
import { toMoment } from '../../widget/moments.ts';
import { Card } from '../parts/card.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Failed, Read } from '../parts/query-states.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';
import { useWords } from '../words/use-words.tsx';
import { useKeepFor, useRetention, useRetentionPreview } from './use-admin.ts';

/** How long things are kept, in plain words, and what is never deleted. */
export function RetentionPage() {
  const words = useWords().admin.retention;
  const retention = useRetention();
  const [changing, setChanging] = useState<RetentionSetting | null>(null);
  const close = () => setChanging(null);
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Read query={retention}>
        {(list) => (
          <Stack>
            <Stack component="ul" gap="sm" className="switches">
              {list.items.map((setting) => (
                <KindRow key={setting.kind} setting={setting} ask={() => setChanging(setting)} />
              ))}
            </Stack>
            <Card title={words.keptTitle}>
              <List>
                {words.kept.map((sentence) => (
                  <List.Item key={sentence}>{sentence}</List.Item>
                ))}
              </List>
            </Card>
            <Dialog title={changing && words.changeOf(words.kinds[changing.kind] ?? changing.kind)} close={close}>
              {changing && <DaysForm setting={changing} bounds={list} close={close} />}
            </Dialog>
          </Stack>
        )}
      </Read>
    </>
  );
}

function KindRow({ setting, ask }: { setting: RetentionSetting; ask: () => void }) {
  const { admin, locale } = useWords();
  const words = admin.retention;
  const { kind, days, changed } = setting;
  const name = words.kinds[kind] ?? kind;
  return (
    <Paper component="li" withBorder radius="md" p="md">
      <Group justify="space-between" align="start">
        <div className="switch-words">
          <Text fw={600} component="h2" m={0}>
            {name} · {words.days(days)}
          </Text>
          <Text>{words.meanings[kind]}</Text>
          <Text size="sm" c="dimmed">
            {changed ? `${toMoment(changed.at, locale)} ${admin.changed(changed.by, changed.reason)}` : words.byDefault}
          </Text>
        </div>
        <Button variant="default" aria-label={words.changeOf(name)} onClick={ask}>
          {words.change}
        </Button>
      </Group>
    </Paper>
  );
}

interface FormProps {
  setting: RetentionSetting;
  bounds: Pick<RetentionList, 'fewestDays' | 'mostDays'>;
  close: () => void;
}

/** While somebody types, the desk is asked once they pause. */
const pauseMs = 300;

/** What would go is seen before it can be saved. */
function DaysForm({ setting: { kind, days: present }, bounds: { fewestDays, mostDays }, close }: FormProps) {
  const words = useWords().admin.retention;
  const keep = useKeepFor();
  const [days, setDays] = useState<number | string>(present);
  const [settled] = useDebouncedValue(days, pauseMs);
  const isGood = (value: number | string): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= fewestDays && value <= mostDays;
  const preview = useRetentionPreview(kind, isGood(settled) ? settled : null);
  const seen = preview.data?.days === days && isGood(days);
  const save = (reason: string) => {
    if (!isGood(days)) return;
    const onSuccess = () => {
      notifications.show({ message: words.saved(words.kinds[kind] ?? kind, days), withCloseButton: false });
      close();
    };
    keep.mutate({ kind, days, reason }, { onSuccess });
  };
  return (
    <ReasonForm
      note={words.meanings[kind] ?? ''}
      confirm={words.save}
      error={keep.error}
      pending={keep.isPending}
      ready={seen && days !== present}
      close={close}
      act={save}
    >
      <NumberInput
        label={words.field}
        description={words.bounds(fewestDays, mostDays)}
        min={fewestDays}
        max={mostDays}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        clampBehavior="none"
        value={days}
        onChange={setDays}
      />
      {preview.error && <Failed error={preview.error} retry={() => void preview.refetch()} />}
      <Text role="status">
        {isGood(days) && (seen && preview.data ? <Preview of={preview.data} /> : !preview.error && words.checking)}
      </Text>
    </ReasonForm>
  );
}

function Preview({ of: { rows, oldest } }: { of: RetentionPreview }) {
  const { admin, locale } = useWords();
  const words = admin.retention;
  return rows === 0 || oldest === null ? words.previewNone : words.preview(rows, toMoment(oldest, locale));
}
