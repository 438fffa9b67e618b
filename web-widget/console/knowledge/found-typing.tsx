import { Button, Text } from '@mantine/core';
import type { CardVersionDetail } from '../../../channels/http/card-types.ts';
import { Notice } from '../evals/notice.tsx';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/use-words.tsx';
import type { DraftTyping } from './use-draft-typing.ts';

/** Says that something typed before was found again, and lets it be dropped. */
export function FoundTyping({ typing, draft }: { typing: DraftTyping; draft: CardVersionDetail }) {
  const words = useWords().knowledge.edit;
  if (!typing.found) return null;
  return (
    <Notice title={words.kept}>
      <Text size="sm">
        <Moment at={typing.found.at} /> {words.keptText}
      </Text>
      {typing.found.isOld && <Text size="sm">{words.keptOld}</Text>}
      <Button variant="default" size="compact-md" mt="xs" onClick={() => typing.takeOver(draft)}>
        {words.dropKept}
      </Button>
    </Notice>
  );
}
