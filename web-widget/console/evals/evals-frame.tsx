import { NavLink, Outlet } from 'react-router';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';
import './evals.css';

const tabs = [
  ['overview', '/evals'],
  ['runs', '/evals/runs'],
  ['compare', '/evals/compare'],
  ['data', '/evals/data'],
  ['queue', '/evals/queue'],
  ['safety', '/evals/safety'],
  ['live', '/evals/live'],
] as const;

/** The ways between the pages around evals; each is an address of its own. */
export function EvalsFrame() {
  const words = useWords().review.tabs;
  const account = useAccount();
  return (
    <>
      <nav className="tabs" aria-label={words.label}>
        {tabs.map(([name, to]) => (
          <NavLink key={name} to={to} end={name === 'overview'}>
            {words[name]}
          </NavLink>
        ))}
      </nav>
      <Outlet context={account} />
    </>
  );
}
