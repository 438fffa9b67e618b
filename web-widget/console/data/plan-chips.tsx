import { Button, Group, Menu, Text } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import type { Chip, Put } from './use-data-question.ts';

interface Props {
  chips: Chip[];
  put: ((what: Put) => void) | null;
}

/** The parts of the plan, each with what may stand in its place; picking one computes anew. */
export function PlanChips({ chips, put }: Props) {
  const words = useWords().data;
  if (chips.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        {words.chips}
      </Text>
      <Group gap="xs">
        {chips.map((chip) =>
          put && chip.alternatives.length > 0 ? (
            <ChipMenu key={chip.id} chip={chip} put={put} />
          ) : (
            <span key={chip.id} className="plan-chip">
              {chip.label}
            </span>
          ),
        )}
      </Group>
    </div>
  );
}

function ChipMenu({ chip: { label, isAssumed, alternatives }, put }: { chip: Chip; put: (what: Put) => void }) {
  const words = useWords().data;
  const shown = isAssumed ? `${label}（${words.assumed}）` : label;
  return (
    <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant={isAssumed ? 'outline' : 'default'}
          radius="xl"
          size="compact-md"
          className="plan-chip"
          rightSection={<span aria-hidden="true">▾</span>}
          aria-label={words.changeChip(shown)}
        >
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="plan-choices" lang="zh-CN">
        {alternatives.map((alternative) => (
          <Menu.Item
            key={alternative.label}
            onClick={() => put({ change: alternative.change, said: words.correct(alternative.label) })}
          >
            {alternative.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
