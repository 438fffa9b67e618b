import { NavLink, Outlet } from 'react-router';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';
import './knowledge.css';

/** The ways between cards and documents; each is an address of its own. */
export function KnowledgeFrame() {
  const words = useWords().knowledge.tabs;
  return (
    <>
      <nav className="tabs" aria-label={words.label}>
        <NavLink to="/knowledge/cards">{words.cards}</NavLink>
        <NavLink to="/knowledge/documents">{words.documents}</NavLink>
      </nav>
      <Outlet context={useAccount()} />
    </>
  );
}
