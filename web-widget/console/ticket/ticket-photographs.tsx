import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PhotographList } from '../../../channels/http/photograph-types.ts';
import { desk } from '../api/desk-client.ts';
import { Card } from '../parts/card.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';

/** What the citizen sent along: small, and one at a time as large as it is kept. Nothing is shown where there is none. */
export function TicketPhotographs({ number }: { number: string }) {
  const words = useWords().handling.photographs;
  const path = `/tickets/${encodeURIComponent(number)}/photographs`;
  const photographs = useQuery({
    queryKey: ['ticket-photographs', number],
    queryFn: ({ signal }) => desk.get<PhotographList>(path, signal),
  });
  // Most tickets have none: a card that comes while it is looked up, and goes, would move what stands below.
  if (!photographs.isError && !photographs.data?.items.length) return null;
  return (
    <Card title={words.title} note={words.note}>
      <Read query={photographs}>{({ items }) => <Thumbnails path={path} items={items} />}</Read>
    </Card>
  );
}

function Thumbnails({ path, items }: { path: string; items: PhotographList['items'] }) {
  const words = useWords().handling.photographs;
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : items[open];
  const addressOf = (id: string, size: 'preview' | 'image') => `/api${path}/${id}?size=${size}`;
  return (
    <>
      <ul className="photographs">
        {items.map(({ id }, index) => (
          <li key={id}>
            <UnstyledButton onClick={() => setOpen(index)} aria-label={words.open(index + 1)}>
              <img src={addressOf(id, 'preview')} alt="" />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Dialog title={shown ? words.name((open ?? 0) + 1) : null} close={() => setOpen(null)}>
        {shown && (
          <img
            className="photograph"
            src={addressOf(shown.id, 'image')}
            alt={words.name((open ?? 0) + 1)}
            width={shown.width}
            height={shown.height}
          />
        )}
      </Dialog>
    </>
  );
}
