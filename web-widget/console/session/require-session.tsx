import { Navigate, Outlet, useLocation } from 'react-router';
import { Failed, Loading } from '../parts/query-states.tsx';
import { useSession } from './use-session.ts';

/** Everything below it has an account to show; without one the way leads over the log-in page and back. */
export function RequireSession() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isPending) return <Loading />;
  if (session.isError) return <Failed error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <Navigate to={`/log-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  return <Outlet context={session.data} />;
}
