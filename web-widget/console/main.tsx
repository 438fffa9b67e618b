import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import 'mantine-datatable/styles.css';
import './theme.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { createQueryClient } from './api/query-client.ts';
import { Look } from './look.tsx';
import { createRouter } from './router.tsx';
import { WordsProvider } from './words/use-words.tsx';

createRoot(document.getElementById('console')!).render(
  <StrictMode>
    <Look>
      <WordsProvider>
        <QueryClientProvider client={createQueryClient()}>
          <RouterProvider router={createRouter()} />
        </QueryClientProvider>
      </WordsProvider>
    </Look>
  </StrictMode>,
);
