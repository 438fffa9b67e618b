import { Anchor, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CardVersionDetail, UnreadPart } from '../../../channels/http/card-types.ts';
import { Card } from '../parts/card.tsx';
import { useWords } from '../words/use-words.tsx';
import { announce } from './announce.ts';
import type { CardBody } from './card-body.ts';
import { documentPath } from './paths.ts';
import { type Takeable, takeableParts, takeOver } from './take-over.ts';
import { useHandledParts } from './use-handled-parts.ts';

interface Props {
  draft: CardVersionDetail;
  body: CardBody;
  change: (fields: Partial<CardBody>) => void;
}

/** What of the guide went into no field: each stretch can be put where it belongs, or set aside. */
export function UnreadParts({ draft, body, change }: Props) {
  const words = useWords().knowledge;
  const [handled, handle] = useHandledParts(`${draft.cardId}@${draft.version}`);
  if (draft.sourceDocument === null) return null;
  const open = draft.unread.filter((part) => !handled.has(keyOf(part)));
  const take = (part: UnreadPart, into: Takeable) => {
    change(takeOver(body, part, into));
    handle(keyOf(part));
    announce(words.edit.taken(words.sections[into] ?? into));
  };
  return (
    <Card title={words.edit.unread} note={open.length > 0 ? words.edit.unreadNote : words.edit.noUnread}>
      <ul className="unread-parts">
        {open.map((part) => (
          <Part key={keyOf(part)} part={part} take={(into) => take(part, into)} setAside={() => handle(keyOf(part))} />
        ))}
      </ul>
    </Card>
  );
}

const keyOf = ({ place }: UnreadPart) => `${place.start}-${place.end}`;

interface PartProps {
  part: UnreadPart;
  take: (into: Takeable) => void;
  setAside: () => void;
}

function Part({ part, take, setAside }: PartProps) {
  const words = useWords().knowledge;
  const [into, setInto] = useState<Takeable>('rules');
  const { heading, text, place, reason } = part;
  return (
    <li>
      {heading && <strong>{heading}</strong>}
      <blockquote lang="zh-CN">{text}</blockquote>
      <Text size="sm" className="quiet">
        {reason}{' '}
        <Anchor component={Link} to={documentPath(place.docId, place)} target="_blank" inherit underline="always">
          {words.edit.openAt(place.page)}
        </Anchor>
      </Text>
      <Group gap="xs" align="end">
        <NativeSelect
          aria-label={words.edit.of(words.edit.takeOverInto, heading || text.slice(0, 12))}
          data={takeableParts.map((section) => ({ value: section, label: words.sections[section] ?? section }))}
          value={into}
          onChange={({ currentTarget }) => setInto(currentTarget.value as Takeable)}
        />
        <Button variant="light" onClick={() => take(into)}>
          {words.edit.takeOver}
        </Button>
        <Button variant="subtle" onClick={setAside}>
          {words.edit.done}
        </Button>
      </Group>
    </li>
  );
}
