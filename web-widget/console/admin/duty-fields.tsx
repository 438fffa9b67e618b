import { Autocomplete, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Duty } from '../../../channels/http/admin-types.ts';
import { useUnits } from '../ticket/use-ticket.ts';
import { useWords } from '../words/use-words.tsx';

interface Props {
  duty: Duty;
  districts: readonly string[];
  change: (fields: Partial<Duty>) => void;
}

/** What somebody is here for: the role, and where it is carried out. */
export function DutyFields({ duty, districts, change }: Props) {
  const words = useWords();
  const names = words.admin.accounts;
  return (
    <>
      <Select
        label={names.role}
        data={Object.entries(words.roles).map(([value, label]) => ({ value, label }))}
        value={duty.role}
        onChange={(role) => change({ role: (role ?? duty.role) as Duty['role'] })}
        allowDeselect={false}
      />
      <Select
        label={names.district}
        data={districts}
        placeholder={names.wholeCity}
        value={duty.district}
        onChange={(district) => change({ district })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': names.wholeCity }}
      />
      <UnitField district={duty.district} unit={duty.unit ?? ''} change={(unit) => change({ unit })} />
    </>
  );
}

interface UnitProps {
  district: string | null;
  unit: string;
  change: (unit: string | null) => void;
}

/** While somebody types, the desk is asked once they pause. */
const pauseMs = 200;

/** Units of the responsibility table come near what is typed; the desk refuses any other. */
function UnitField({ district, unit, change }: UnitProps) {
  const names = useWords().admin.accounts;
  const [typed] = useDebouncedValue(unit, pauseMs);
  const near = useUnits(typed, district).data?.items ?? [];
  return (
    <Autocomplete
      label={names.unit}
      description={names.unitHint}
      data={unit === '' ? [] : [...new Set(near)]}
      filter={({ options }) => options}
      value={unit}
      onChange={(typed) => change(typed.trimStart() || null)}
    />
  );
}
