import { Alert, Button, Center, Loader, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useErrorText } from '../words/use-error-text.ts';
import { useWords } from '../words/use-words.tsx';

export function Loading() {
  const words = useWords();
  return (
    <Center p="xl" role="status">
      <Stack align="center" gap="xs">
        <Loader type="dots" aria-hidden="true" />
        <Text c="dimmed">{words.states.loading}</Text>
      </Stack>
    </Center>
  );
}

/** A failure in words one can act on, and the way to try again when there is one. */
export function Failed({ error, retry }: { error: Error; retry?: () => void }) {
  const words = useWords();
  const errorText = useErrorText();
  return (
    <Alert color="red" role="alert" title={words.states.failed}>
      <Stack align="start" gap="xs">
        <Text size="sm">{errorText(error)}</Text>
        {retry && (
          <Button variant="default" size="compact-md" onClick={retry}>
            {words.states.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return (
    <Text c="dimmed" p="lg" ta="center">
      {children}
    </Text>
  );
}

/** What was read, or that it is on its way, or why it did not come. */
export function Read<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
