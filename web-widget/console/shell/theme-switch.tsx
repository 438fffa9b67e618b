import { Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';

export function ThemeSwitch() {
  const words = useWords().shell;
  // Without this Mantine injects a style element for the moment of the change, which our policy refuses.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <Button
      variant="subtle"
      size="compact-md"
      aria-pressed={dark}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {words.dark}
    </Button>
  );
}
