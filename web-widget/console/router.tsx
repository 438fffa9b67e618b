import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { ErrorPage } from './parts/error-page.tsx';
import { NotFoundPage } from './parts/not-found-page.tsx';
import { Loading } from './parts/query-states.tsx';
import { LogInPage } from './session/log-in-page.tsx';
import { RequireSession } from './session/require-session.tsx';
import { useAccount } from './session/use-account.ts';
import { homeOf } from './shell/navigation.ts';
import { Shell } from './shell/shell.tsx';

// A page is loaded when it is first gone to.
const pages: RouteObject[] = [
  { index: true, Component: Home },
  {
    lazy: async () => ({ Component: (await import('./tickets/tickets-frame.tsx')).TicketsFrame }),
    children: [
      { path: 'tickets', lazy: async () => ({ Component: (await import('./tickets/tickets-page.tsx')).TicketsPage }) },
      {
        path: 'tickets/:number',
        lazy: async () => ({ Component: (await import('./ticket/ticket-page.tsx')).TicketPage }),
      },
      { path: 'triage', lazy: async () => ({ Component: (await import('./triage/triage-page.tsx')).TriagePage }) },
      {
        path: 'incidents',
        lazy: async () => ({ Component: (await import('./incidents/incidents-page.tsx')).IncidentsPage }),
      },
      {
        path: 'incidents/:id',
        lazy: async () => ({ Component: (await import('./incidents/incident-page.tsx')).IncidentPage }),
      },
      { path: 'rates', lazy: async () => ({ Component: (await import('./rates/rates-page.tsx')).RatesPage }) },
    ],
  },
  {
    path: 'knowledge',
    lazy: async () => ({ Component: (await import('./knowledge/knowledge-frame.tsx')).KnowledgeFrame }),
    children: [
      { index: true, element: <Navigate to="/knowledge/cards" replace /> },
      { path: 'cards', lazy: async () => ({ Component: (await import('./knowledge/cards-page.tsx')).CardsPage }) },
      { path: 'cards/:id', lazy: async () => ({ Component: (await import('./knowledge/card-page.tsx')).CardPage }) },
      {
        path: 'cards/:id/versions/:version',
        lazy: async () => ({ Component: (await import('./knowledge/draft-page.tsx')).DraftPage }),
      },
      {
        path: 'documents',
        lazy: async () => ({ Component: (await import('./knowledge/documents-page.tsx')).DocumentsPage }),
      },
      {
        path: 'documents/:docId',
        lazy: async () => ({ Component: (await import('./knowledge/document-page.tsx')).DocumentPage }),
      },
    ],
  },
  { path: 'data', lazy: async () => ({ Component: (await import('./data/data-page.tsx')).DataPage }) },
  {
    path: 'evals',
    lazy: async () => ({ Component: (await import('./evals/evals-frame.tsx')).EvalsFrame }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./evals/overview-page.tsx')).OverviewPage }) },
      { path: 'runs', lazy: async () => ({ Component: (await import('./evals/runs-page.tsx')).RunsPage }) },
      { path: 'compare', lazy: async () => ({ Component: (await import('./evals/compare-page.tsx')).ComparePage }) },
      { path: 'data', lazy: async () => ({ Component: (await import('./evals/data-sets-page.tsx')).DataSetsPage }) },
      { path: 'queue', lazy: async () => ({ Component: (await import('./evals/queue-page.tsx')).QueuePage }) },
      { path: 'queue/:item', lazy: async () => ({ Component: (await import('./evals/queue-page.tsx')).QueuePage }) },
      { path: 'safety', lazy: async () => ({ Component: (await import('./evals/safety-page.tsx')).SafetyPage }) },
      { path: 'live', lazy: async () => ({ Component: (await import('./evals/live-page.tsx')).LivePage }) },
      {
        path: 'documents/:docId',
        lazy: async () => ({ Component: (await import('./evals/document-page.tsx')).DocumentPage }),
      },
      { path: ':id', lazy: async () => ({ Component: (await import('./evals/run-page.tsx')).RunPage }) },
      {
        path: ':id/cases/:caseId',
        lazy: async () => ({ Component: (await import('./evals/case-page.tsx')).CasePage }),
      },
    ],
  },
  {
    lazy: async () => ({ Component: (await import('./calls/calls-frame.tsx')).CallsFrame }),
    children: [
      { path: 'calls', lazy: async () => ({ Component: (await import('./calls/calls-page.tsx')).CallsPage }) },
      { path: 'calls/:id', lazy: async () => ({ Component: (await import('./calls/call-page.tsx')).CallPage }) },
    ],
  },
  { path: 'chats', lazy: async () => ({ Component: (await import('./chats/chats-page.tsx')).ChatsPage }) },
  {
    path: 'admin',
    lazy: async () => ({ Component: (await import('./admin/admin-frame.tsx')).AdminFrame }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./admin/accounts-page.tsx')).AccountsPage }) },
      { path: 'keys', lazy: async () => ({ Component: (await import('./admin/keys-page.tsx')).KeysPage }) },
      { path: 'switches', lazy: async () => ({ Component: (await import('./admin/switches-page.tsx')).SwitchesPage }) },
      {
        path: 'retention',
        lazy: async () => ({ Component: (await import('./admin/retention-page.tsx')).RetentionPage }),
      },
      { path: 'audit', lazy: async () => ({ Component: (await import('./admin/audit-page.tsx')).AuditPage }) },
    ],
  },
  { path: '*', Component: NotFoundPage },
];

function Home() {
  return <Navigate to={homeOf(useAccount().role)} replace />;
}

export function createRouter() {
  const routes: RouteObject[] = [
    { path: '/log-in', Component: LogInPage },
    {
      Component: RequireSession,
      errorElement: (
        <main className="page">
          <ErrorPage />
        </main>
      ),
      children: [{ Component: Shell, children: [{ ErrorBoundary: ErrorPage, children: pages }] }],
    },
  ];
  return createBrowserRouter(
    routes.map((route) => ({ ...route, HydrateFallback: Loading })),
    { basename: '/console' },
  );
}
