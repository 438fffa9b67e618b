import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { DeskError } from './desk-client.ts';

/** Asked again only when it may help: a refusal stays a refusal. */
function mayRetry(failures: number, error: Error): boolean {
  const refused = error instanceof DeskError && error.status >= 400 && error.status < 500;
  return !refused && failures < 2;
}

export function createQueryClient(): QueryClient {
  // A session that has ended while the page stood open: ask for the session again, which leads to the log-in page.
  const onError = (error: Error) => {
    if (error instanceof DeskError && error.status === 401) client.setQueryData(['session'], null);
    // An administrator may have given this account another role: the ways that are offered follow it.
    if (error instanceof DeskError && error.code === 'not_allowed')
      void client.invalidateQueries({ queryKey: ['session'] });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: mayRetry, staleTime: 5_000 } },
  });
  return client;
}
