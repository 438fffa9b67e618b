import { Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation } from 'react-router';
import { ChatsBadge } from '../chats/chats-badge.tsx';
import { useAccount } from '../session/use-account.ts';
import { useWords } from '../words/use-words.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Inbox } from './inbox.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { homeOf, isWithin, pagesFor, pathOf } from './navigation.ts';
import { SearchPalette } from './search-palette.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { Tour, TourOffer, useTourOffer } from './tour.tsx';
import './shell.css';

const here = { className: 'active', 'aria-current': 'page' } as const;

export function Shell() {
  const words = useWords();
  const account = useAccount();
  const { pathname } = useLocation();
  const [isTouring, tour] = useDisclosure();
  const offer = useTourOffer(account);
  const startTour = () => {
    offer.settle();
    tour.open();
  };
  return (
    <>
      <a className="skip" href="#main">
        {words.shell.skip}
      </a>
      <header className="bar">
        <Link to={homeOf(account.role)} className="brand">
          <span className="seal" aria-hidden="true">
            渝
          </span>
          {words.product}
        </Link>
        <nav aria-label={words.shell.navigation}>
          {pagesFor(account.role).map((page) => (
            <Link key={page} to={pathOf(page)} {...(isWithin(page, pathname) && here)}>
              {words.pages[page]}
              {page === 'chats' && <ChatsBadge />}
            </Link>
          ))}
        </nav>
        <Group gap="xs">
          <SearchPalette account={account} onTour={startTour} />
          <Inbox />
          <LanguageSwitch />
          <ThemeSwitch />
          <AccountMenu account={account} />
        </Group>
      </header>
      {offer.isOffered && <TourOffer onStart={startTour} onDismiss={offer.settle} />}
      <Tour account={account} isOpen={isTouring} onClose={tour.close} />
      <main id="main" className="page" tabIndex={-1}>
        <Outlet context={account} />
      </main>
    </>
  );
}
