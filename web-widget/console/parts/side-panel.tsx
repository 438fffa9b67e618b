import { Drawer, Group } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  isOpen: boolean;
  close: () => void;
  closeLabel: string;
  children: ReactNode;
}

/** What comes in from the side and leaves the page where it is; its header is left out for the reason of the dialog's. */
export function SidePanel({ title, isOpen, close, closeLabel, children }: Props) {
  return (
    <Drawer.Root opened={isOpen} onClose={close} position="right">
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Body>
          <Group justify="space-between" mb="sm" wrap="nowrap">
            <Drawer.Title fw={600} fz="lg">
              {title}
            </Drawer.Title>
            <Drawer.CloseButton aria-label={closeLabel} />
          </Group>
          {children}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
