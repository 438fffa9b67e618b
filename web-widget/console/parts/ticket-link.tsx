import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from 'react-router';

/** A ticket by its number. */
export function TicketLink({ number, ...look }: { number: string } & Pick<AnchorProps, 'fw'>) {
  return (
    <Anchor component={Link} to={`/tickets/${encodeURIComponent(number)}`} {...look}>
      {number}
    </Anchor>
  );
}
