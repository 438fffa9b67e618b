import { useRouteError } from 'react-router';
import { Failed } from './query-states.tsx';

/** Shown in place of a page that broke; the rest of the console stands. */
export function ErrorPage() {
  const error = useRouteError();
  return (
    <main className="page">
      <Failed error={error instanceof Error ? error : new Error(String(error))} retry={() => location.reload()} />
    </main>
  );
}
