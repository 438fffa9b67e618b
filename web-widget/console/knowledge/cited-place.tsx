import { Button, Group } from '@mantine/core';
import type { SourceSpan } from '../../../channels/http/card-types.ts';
import { useWords } from '../words/use-words.tsx';
import { SourceLink } from './fact-table.tsx';

/** The place of the document that a statement was read in; it may be parted from it when it no longer says the same. */
export function CitedPlace({ cited, drop }: { cited: SourceSpan | undefined; drop: () => void }) {
  const words = useWords().knowledge.edit;
  if (!cited) return null;
  return (
    <Group gap="xs">
      <SourceLink cited={cited} inNewTab />
      <Button variant="subtle" size="compact-sm" color="gray" c="var(--mantine-color-dimmed)" onClick={drop}>
        {words.dropCited}
      </Button>
    </Group>
  );
}
