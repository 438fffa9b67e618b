import { NavLink, Outlet } from 'react-router';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';
import './admin.css';

const tabs = [
  ['accounts', '/admin'],
  ['keys', '/admin/keys'],
  ['switches', '/admin/switches'],
  ['retention', '/admin/retention'],
  ['audit', '/admin/audit'],
] as const;

/** The ways between the administrator's pages; each is an address of its own. */
export function AdminFrame() {
  const words = useWords().admin.tabs;
  const account = useAccount();
  return (
    <>
      <nav className="tabs" aria-label={words.label}>
        {tabs.map(([name, to]) => (
          <NavLink key={name} to={to} end={name === 'accounts'}>
            {words[name]}
          </NavLink>
        ))}
      </nav>
      <Outlet context={account} />
    </>
  );
}
