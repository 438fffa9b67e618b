import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/use-words.tsx';
import type { DraftTyping } from './use-draft-typing.ts';

/**
 * Asks before one goes to another page with something unsaved. Closing the tab is asked about only where the browser
 * keeps nothing: otherwise what was typed is found again.
 */
export function LeaveWarning({ typing: { isDirty, wouldBeLost } }: { typing: DraftTyping }) {
  const words = useWords().knowledge.edit;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!wouldBeLost) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [wouldBeLost]);
  const isBlocked = blocker.state === 'blocked';
  return (
    <Dialog title={isBlocked ? words.leaveTitle : null} close={() => blocker.reset?.()}>
      <Stack>
        <Text>{wouldBeLost ? words.noRoom : words.leaveText}</Text>
        <Group justify="end">
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {words.leave}
          </Button>
          <Button data-autofocus onClick={() => blocker.reset?.()}>
            {words.stay}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
