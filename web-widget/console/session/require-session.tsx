import { Navigate, Outlet, useLocation } from 'react-router';
import { Broken } from '../parts/error-page.tsx';
import { Loading } from '../parts/query-states.tsx';
import { useSession } from './use-session.ts';

/** Everything below it has an account to show; without one the way leads over the log-in page and back. */
export function RequireSession() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isPending) return <Loading />;
  // One that failed to be read again leaves the page as it is: what is being written there must not be lost.
  if (session.data === undefined) {
    return (
      <main className="page">
        <Broken error={session.error} retry={() => void session.refetch()} />
      </main>
    );
  }
  if (!session.data) return <Navigate to={`/log-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  return <Outlet context={session.data} />;
}
