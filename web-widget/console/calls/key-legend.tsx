import { Group, Kbd, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/use-words.tsx';

const storedAs = 'yuwen-console:call-keys';

/** Single keys may be switched off, by whoever speaks to the machine or presses keys unmeant (WCAG 2.1.4). */
export function useKeySwitch(): [on: boolean, setOn: (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(storedAs) !== 'off');
  return [
    on,
    (next) => {
      setOn(next);
      localStorage.setItem(storedAs, next ? 'on' : 'off');
    },
  ];
}

const keysInOrder = [
  ['j', 'next'], ['k', 'previous'], ['a', 'accept'], ['c', 'correct'], ['r', 'reject'], ['u', 'undo'], ['s', 'source'],
  ['f', 'file'], ['t', 'latest'],
] as const; // biome-ignore format: a small table

export function KeyLegend({ on, setOn }: { on: boolean; setOn: (on: boolean) => void }) {
  const words = useWords().calls.keys;
  return (
    <details className="key-legend">
      <summary>
        {words.title}
        {on && (
          <span aria-hidden="true" className="key-row">
            {keysInOrder.map(([key, name]) => (
              <span key={key}>
                <Kbd>{key}</Kbd> {words[name]}
              </span>
            ))}
          </span>
        )}
      </summary>
      <Group gap="md">
        <Switch label={words.on} checked={on} onChange={({ currentTarget: { checked } }) => setOn(checked)} />
        <Text size="sm" c="dimmed">
          {words.hint}
        </Text>
        <ul className="key-row">
          {keysInOrder.map(([key, name]) => (
            <li key={key}>
              <Kbd>{key}</Kbd> {words[name]}
            </li>
          ))}
        </ul>
      </Group>
    </details>
  );
}
