import { useHotkeys } from '@mantine/hooks';

/** Where keys are letters, or do something of their own; a dialog stands before the page whose keys these are. */
const typing =
  'textarea, select, [contenteditable], [role=combobox], [role=option], [role=dialog], input:not([type=radio], [type=checkbox])';
const acting = `${typing}, a, button, summary, input`;

/**
 * Single keys for pages that are worked by them. They work with a button, a radio button or a check box in focus too, which
 * is where the hand is after a click; Enter leaves alone whatever has an Enter of its own.
 */
export function useSingleKeys(keys: Readonly<Record<string, () => void>>): void {
  const items = Object.entries(keys).map(
    ([key, act]): [string, (event: KeyboardEvent) => void, { preventDefault: boolean }] => [
      key,
      (event) => {
        const { target } = event;
        if (target instanceof Element && target.closest(key === 'Enter' ? acting : typing)) return;
        event.preventDefault();
        act();
      },
      { preventDefault: false },
    ],
  );
  useHotkeys(items, []);
}
