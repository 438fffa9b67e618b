import { Button, Group, Stepper, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Account } from '../../../channels/http/api-types.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/use-words.tsx';

interface TourStep {
  title: string;
  text: string;
  /** Where it can be tried. */
  path: string;
}

/** A minute's walk through what this role works with. Each step says what is there and leads to it. */
export function Tour({ account, isOpen, onClose }: { account: Account; isOpen: boolean; onClose: () => void }) {
  const words = useWords().workplace.tour;
  const navigate = useNavigate();
  const steps: readonly TourStep[] = words.steps[account.role];
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (isOpen) setAt(0);
  }, [isOpen]);
  const step = steps[at];
  if (!step) return null;
  const isLast = at === steps.length - 1;
  const tryIt = () => {
    onClose();
    navigate(step.path);
  };
  return (
    <Dialog title={isOpen ? words.title : null} close={onClose} closeLabel={words.close}>
      <Stepper active={at} onStepClick={setAt} size="xs" orientation="vertical">
        {steps.map(({ title }) => (
          <Stepper.Step key={title} label={title} />
        ))}
      </Stepper>
      <Text mt="md" aria-live="polite">
        {step.text}
      </Text>
      <Text mt="xs" size="sm" c="dimmed">
        {words.synthetic}
      </Text>
      <Group mt="lg" justify="space-between">
        <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {words.back}
        </Button>
        <Group>
          <Button variant="default" onClick={tryIt}>
            {words.tryIt}
          </Button>
          <Button onClick={() => (isLast ? onClose() : setAt(at + 1))}>{isLast ? words.done : words.next}</Button>
        </Group>
      </Group>
    </Dialog>
  );
}

const keptAs = (account: Account) => `yuwen-console:tour:${account.name}`;

/** Whether this account was offered the tour in this browser; a browser that keeps nothing offers it each time. */
export function useTourOffer(account: Account) {
  const [isOffered, setOffered] = useState(() => read(keptAs(account)) === null);
  const settle = () => {
    setOffered(false);
    try {
      localStorage.setItem(keptAs(account), 'seen');
    } catch {
      // Storage is forbidden or full: it is offered again next time, which does no harm.
    }
  };
  return { isOffered, settle };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function TourOffer({ onStart, onDismiss }: { onStart: () => void; onDismiss: () => void }) {
  const words = useWords().workplace.tour;
  return (
    <section className="tour-offer" aria-label={words.title}>
      <Text size="sm">{words.offer}</Text>
      <Group gap="xs" wrap="nowrap">
        <Button size="compact-sm" variant="light" onClick={onStart}>
          {words.start}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onDismiss}>
          {words.dismiss}
        </Button>
      </Group>
    </section>
  );
}
