import { Badge } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';

const statusColours: Record<string, string> = {
  triage: 'orange', assigned: 'blue', accepted: 'blue', paused: 'gray', returned: 'orange', adjudication: 'orange',
  replied: 'gray', reopened: 'orange', closed: 'gray', merged: 'gray',
}; // biome-ignore format: a small table

/** A ticket's status in words; the colour only repeats them. */
export function StatusBadge({ status }: { status: string }) {
  const { statuses } = useWords();
  return (
    <Badge variant="light" size="lg" radius="sm" color={statusColours[status] ?? 'gray'}>
      {statuses[status] ?? status}
    </Badge>
  );
}

export function UrgencyText({ urgency }: { urgency: string }) {
  const { urgencies } = useWords();
  const pressing = urgency === 'U0' || urgency === 'U1';
  return <span className={pressing ? 'pressing' : undefined}>{urgencies[urgency] ?? urgency}</span>;
}
