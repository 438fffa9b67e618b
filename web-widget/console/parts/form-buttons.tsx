import { Button, Group } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';

interface Props {
  /** What the form does, in the words of its button. */
  confirm: string;
  close: () => void;
  pending: boolean;
  /** Something is taken away by it. */
  takesAway?: boolean;
  disabled?: boolean;
}

/** The end of a form in a dialog: leave it, or send it. */
export function FormButtons({ confirm, close, pending, takesAway = false, disabled = false }: Props) {
  const words = useWords();
  return (
    <Group justify="end">
      <Button variant="default" onClick={close}>
        {words.states.cancel}
      </Button>
      <Button type="submit" loading={pending} disabled={disabled} {...(takesAway && { color: 'red.9' })}>
        {confirm}
      </Button>
    </Group>
  );
}
