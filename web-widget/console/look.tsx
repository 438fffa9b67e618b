import { createTheme, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

// Locking the page's scroll injects a style element, which the content security policy refuses.
const theme = createTheme({
  respectReducedMotion: true,
  components: {
    ModalRoot: { defaultProps: { lockScroll: false, centered: true } },
    DrawerRoot: { defaultProps: { lockScroll: false } },
  },
});

/**
 * Mantine without a single injected style element: its variables are in its style sheet and ours (theme.css), so the
 * console runs under `style-src 'self'`. Components that write style elements (AppShell, Grid, SimpleGrid) are not used.
 */
export function Look({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false} defaultColorScheme="auto">
      <Notifications position="top-right" />
      {children}
    </MantineProvider>
  );
}
