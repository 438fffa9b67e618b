import { Select, Text } from '@mantine/core';
import type { RatesAnswer } from '../../../channels/http/ticket-types.ts';
import { DayInput } from '../parts/day-input.tsx';
import { useWords } from '../words/use-words.tsx';
import type { RatesView } from './use-rates.ts';

interface Props {
  view: RatesView;
  /** What is shown now: it says which days the desk took where none were chosen. */
  answer: RatesAnswer | undefined;
  change: (view: RatesView) => void;
}

export function RatesFilters({ view, answer, change }: Props) {
  const words = useWords().handling.rates;
  const from = view.from || (answer?.from ?? '');
  const to = view.to || (answer?.to ?? '');
  return (
    <>
      <div className="filters">
        <Select
          label={words.by}
          allowDeselect={false}
          data={[
            { value: 'unit', label: words.byUnit },
            { value: 'district', label: words.byDistrict },
          ]}
          value={view.by}
          onChange={(by) => change({ ...view, by: by === 'district' ? 'district' : 'unit' })}
        />
        <DayInput label={words.from} value={from} change={(day) => change({ ...view, from: day, to })} />
        <DayInput label={words.to} value={to} change={(day) => change({ ...view, from, to: day })} />
      </div>
      {from > to && to !== '' && <Text role="alert">{words.badRange}</Text>}
    </>
  );
}
