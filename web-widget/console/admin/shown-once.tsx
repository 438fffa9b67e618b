import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/use-words.tsx';

export interface Secret {
  title: string;
  values: readonly { label: string; value: string }[];
}

/** What can be seen this once. It goes only by its own button: a slip beside the dialog must not lose a secret. */
export function ShownOnce({ secret, close }: { secret: Secret | null; close: () => void }) {
  const words = useWords().admin;
  return (
    <Dialog title={secret?.title ?? null} close={close} isHeld>
      <Stack>
        <Alert color="orange">{words.shownOnce}</Alert>
        {secret?.values.map((one) => (
          <Copied key={one.label} {...one} />
        ))}
        <Group justify="end">
          <Button onClick={close}>{words.noted}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Copied({ label, value }: { label: string; value: string }) {
  const words = useWords().admin;
  const clipboard = useClipboard({ timeout: 3000 });
  return (
    <div className="ask">
      <TextInput
        label={label}
        value={value}
        readOnly
        spellCheck={false}
        error={clipboard.error ? words.copyFailed : null}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Button variant="default" aria-label={`${words.copy} ${label}`} onClick={() => clipboard.copy(value)}>
        <span aria-live="polite">{clipboard.copied ? words.copied : words.copy}</span>
      </Button>
    </div>
  );
}
