import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { fromLines, toLines } from './list-edits.ts';

interface Props {
  label: string;
  /** The whole name, where the label alone would stand several times on the page. */
  name?: string;
  note?: string;
  lines: readonly string[];
  error?: string | undefined;
  change: (lines: string[]) => void;
}

/** Several short texts, one a line. Empty lines stay while one types and are never part of what is meant. */
export function LinesInput({ label, name, note, lines, error, change }: Props) {
  const [typed, setTyped] = useState(() => lines.join('\n'));
  // Changed from elsewhere (undo, another version): what is shown follows; otherwise it stays as it was typed.
  const shown = fromLines(toLines(typed)).join('\n') === lines.join('\n') ? typed : lines.join('\n');
  return (
    <Textarea
      label={label}
      {...(name && { 'aria-label': name })}
      {...(note && { description: note })}
      rows={2}
      error={error}
      value={shown}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        change(fromLines(toLines(value)));
      }}
    />
  );
}
