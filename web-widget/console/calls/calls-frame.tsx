import { Outlet } from 'react-router';
import { useAccount } from '../session/use-account.ts';
import { CallLinkContext, useOpenCallLink } from './call-link.tsx';
import './calls.css';

/** Keeps the desk's pushes open over the list and the calls, so that going from one to another misses nothing. */
export function CallsFrame() {
  const link = useOpenCallLink();
  const account = useAccount();
  return (
    <CallLinkContext value={link}>
      <Outlet context={account} />
    </CallLinkContext>
  );
}
