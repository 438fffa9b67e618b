import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../words/use-words.tsx';

/** The page's one first-level heading; also names the browser's tab. */
export function PageHeading({ title, note, children }: { title: string; note?: string; children?: ReactNode }) {
  const { product } = useWords();
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <Group justify="space-between" align="end" mb="md">
      <div>
        <Title order={1} size="h2">
          {title}
        </Title>
        {note && <Text c="dimmed">{note}</Text>}
      </div>
      {children && <Group gap="sm">{children}</Group>}
    </Group>
  );
}
