import { TextInput } from '@mantine/core';

interface Props {
  label: string;
  /** `2026-11-23`; empty where none is chosen. */
  value: string;
  /** The earliest that may be chosen. */
  min?: string;
  required?: boolean;
  change: (day: string) => void;
}

/** A day, typed or picked in the browser's own calendar, which every screen reader knows. */
export function DayInput({ change, ...field }: Props) {
  return <TextInput type="date" {...field} onChange={({ currentTarget: { value } }) => change(value)} />;
}
