import { ActionIcon, Group } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useWords } from '../words/use-words.tsx';
import { movedItem, withoutItem } from './list-edits.ts';

interface Props<T> {
  /** What the list is called; each row is announced as one of it. */
  label: string;
  list: readonly T[];
  change: (list: T[]) => void;
  children: (item: T, at: number) => ReactNode;
}

/**
 * Rows that are put in order by buttons, or by Alt with an arrow key from any field of a row, and taken out. The focus
 * goes along with the row, so that several steps can be made one after the other.
 */
export function OrderedRows<T>({ label, list, change, children }: Props<T>) {
  const words = useWords().knowledge.edit;
  const rows = useRef<HTMLOListElement>(null);
  const focusRow = (at: number, what: string) =>
    requestAnimationFrame(() => {
      const row = rows.current?.children[at];
      (row?.querySelector<HTMLElement>(`[data-move="${what}"]:not(:disabled)`) ?? (row as HTMLElement))?.focus();
    });
  const move = (at: number, by: -1 | 1) => {
    const to = at + by;
    if (to < 0 || to >= list.length) return;
    change(movedItem(list, at, by));
    focusRow(to, by < 0 ? 'up' : 'down');
  };
  const remove = (at: number) => {
    change(withoutItem(list, at));
    focusRow(Math.max(0, at - 1), 'remove');
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(at, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <ol className="edit-rows" ref={rows}>
      {list.map((item, at) => (
        <li key={at} tabIndex={-1} aria-label={words.row(label, at + 1)} onKeyDown={(event) => onKeyDown(event, at)}>
          <div className="edit-row">{children(item, at)}</div>
          <Group gap={4} wrap="nowrap" className="row-moves">
            <Move name="up" label={words.up(label, at + 1)} sign="↑" off={at === 0} act={() => move(at, -1)} />
            <Move
              name="down"
              label={words.down(label, at + 1)}
              sign="↓"
              off={at === list.length - 1}
              act={() => move(at, 1)}
            />
            <Move name="remove" label={words.remove(label, at + 1)} sign="×" off={false} act={() => remove(at)} />
          </Group>
        </li>
      ))}
    </ol>
  );
}

interface MoveProps {
  name: string;
  label: string;
  sign: string;
  off: boolean;
  act: () => void;
}

function Move({ name, label, sign, off, act }: MoveProps) {
  return (
    <ActionIcon
      type="button"
      variant="default"
      size={36}
      aria-label={label}
      title={label}
      data-move={name}
      disabled={off}
      onClick={act}
    >
      {sign}
    </ActionIcon>
  );
}
