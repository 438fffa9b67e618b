import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

/** A dialog by its title. Put together by hand because the ready-made header would be a second banner to screen readers. */
export function MoveDialog({
  title,
  close,
  children,
}: {
  title: string | null;
  close: () => void;
  children: ReactNode;
}) {
  return (
    <Modal.Root opened={title !== null} onClose={close} size="lg">
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Modal.Title mb="sm" fw={600} fz="lg">
            {title}
          </Modal.Title>
          {title !== null && children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
