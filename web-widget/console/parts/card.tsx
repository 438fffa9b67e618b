import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of a page with its own heading. */
export function Card({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <Paper component="section" withBorder radius="md" p="md">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {note && (
        <Text size="sm" c="dimmed" mb="xs">
          {note}
        </Text>
      )}
      {children}
    </Paper>
  );
}
