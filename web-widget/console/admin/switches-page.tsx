import { Group, Paper, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { SurfaceSwitch } from '../../../channels/http/admin-types.ts';
import { toMoment } from '../../widget/moments.ts';
import { Dialog } from '../parts/dialog.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Read } from '../parts/query-states.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';
import { useWords } from '../words/use-words.tsx';
import { useSwitches, useTurn } from './use-admin.ts';

/** What is on for citizens and for other systems. A switch asks for a reason before it turns. */
export function SwitchesPage() {
  const words = useWords().admin.switches;
  const switches = useSwitches();
  const [turning, setTurning] = useState<SurfaceSwitch | null>(null);
  const close = () => setTurning(null);
  return (
    <>
      <PageHeading title={words.title} note={words.note} />
      <Read query={switches}>
        {({ items }) => (
          <Stack component="ul" gap="sm" className="switches">
            {items.map((one) => (
              <SwitchRow key={one.surface} state={one} ask={() => setTurning(one)} />
            ))}
          </Stack>
        )}
      </Read>
      <Dialog title={turning && titleOf(turning, words)} close={close}>
        {turning && <TurnForm state={turning} close={close} />}
      </Dialog>
    </>
  );
}

type SwitchWords = ReturnType<typeof useWords>['admin']['switches'];
const titleOf = ({ surface, isOn }: SurfaceSwitch, words: SwitchWords) =>
  words[isOn ? 'turnOff' : 'turnOn'](words.names[surface] ?? surface);

function SwitchRow({ state, ask }: { state: SurfaceSwitch; ask: () => void }) {
  const { admin, locale } = useWords();
  const words = admin.switches;
  const { surface, isOn, changed } = state;
  const name = words.names[surface] ?? surface;
  return (
    <Paper component="li" withBorder radius="md" p="md">
      <Group justify="space-between" wrap="nowrap" align="start">
        <div className="switch-words">
          <Text fw={600} component="h2" m={0}>
            {name}
          </Text>
          <Text>{words.meanings[surface]}</Text>
          <Text size="sm" c="dimmed">
            {changed ? `${toMoment(changed.at, locale)} ${admin.changed(changed.by, changed.reason)}` : words.byDefault}
          </Text>
        </div>
        <Switch
          checked={isOn}
          onChange={ask}
          label={isOn ? words.on : words.off}
          aria-label={name}
          size="lg"
          miw="6rem"
        />
      </Group>
    </Paper>
  );
}

function TurnForm({ state: { surface, isOn }, close }: { state: SurfaceSwitch; close: () => void }) {
  const words = useWords().admin.switches;
  const turn = useTurn();
  const name = words.names[surface] ?? surface;
  const act = (reason: string) =>
    turn.mutate(
      { surface, on: !isOn, reason },
      {
        onSuccess: () => {
          notifications.show({ message: words.turned(name, !isOn), withCloseButton: false });
          close();
        },
      },
    );
  return (
    <ReasonForm
      note={isOn ? words.offNote : words.onNote}
      confirm={isOn ? words.turnOff(name) : words.turnOn(name)}
      takesAway={isOn}
      error={turn.error}
      pending={turn.isPending}
      close={close}
      act={act}
    />
  );
}
