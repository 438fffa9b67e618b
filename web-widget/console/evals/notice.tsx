import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Something to mind, in colours that can be read on a light and on a dark ground. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="notice">
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text component="div" size="sm">
        {children}
      </Text>
    </section>
  );
}
