import { NavLink, Outlet } from 'react-router';
import type { Account } from '../../../channels/http/api-types.ts';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';

const tabs = [
  ['inbox', '/tickets'],
  ['triage', '/triage'],
  ['incidents', '/incidents'],
  ['rates', '/rates'],
] as const;

/** Units decide nothing at the triage desk. */
const isShown = (tab: string, role: Account['role']) => tab !== 'triage' || role !== 'unit_handler';

/** The ways between the pages around tickets; each is an address of its own. */
export function TicketsFrame() {
  const words = useWords().handling.tabs;
  const account = useAccount();
  return (
    <>
      <nav className="tabs" aria-label={words.label}>
        {tabs
          .filter(([name]) => isShown(name, account.role))
          .map(([name, to]) => (
            <NavLink key={name} to={to}>
              {words[name]}
            </NavLink>
          ))}
      </nav>
      <Outlet context={account} />
    </>
  );
}
