import { Badge } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/use-words.tsx';
import { useChats } from './use-chats.ts';

/** How many wait, beside the page's name everywhere in the console; the first of them is told of besides. */
export function ChatsBadge() {
  const words = useWords().chats;
  const { data } = useChats();
  const waiting = data?.waiting.length ?? 0;
  const before = useRef(0);
  useEffect(() => {
    if (data?.receives && before.current === 0 && waiting > 0)
      notifications.show({ message: words.somebodyWaits, withCloseButton: false });
    before.current = waiting;
  }, [data?.receives, waiting, words]);
  if (waiting === 0) return null;
  return (
    <>
      {' '}
      <Badge component="span" size="sm" variant="filled" color="red">
        {words.waitingBadge(waiting)}
      </Badge>
    </>
  );
}
