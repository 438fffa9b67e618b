import { Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** Null while the dialog is closed. */
  title: string | null;
  close: () => void;
  /** What the button in the corner is called; without it the dialog goes by its own buttons and by Escape. */
  closeLabel?: string;
  /** It goes by its own buttons alone, where a slip of the hand would lose what is shown. */
  isHeld?: boolean;
  children: ReactNode;
}

/** The console's one dialog. The ready-made header is left out because it would be a second banner to screen readers. */
export function Dialog({ title, close, closeLabel, isHeld = false, children }: Props) {
  return (
    <Modal.Root opened={title !== null} onClose={close} size="lg" closeOnClickOutside={!isHeld} closeOnEscape={!isHeld}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Group justify="space-between" mb="sm" wrap="nowrap">
            <Modal.Title fw={600} fz="lg">
              {title}
            </Modal.Title>
            {closeLabel && <Modal.CloseButton aria-label={closeLabel} />}
          </Group>
          {title !== null && children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
