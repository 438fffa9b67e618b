import { Badge, Button, Group, Text } from '@mantine/core';
import { toMoment } from '../../widget/moments.ts';
import { Card } from '../parts/card.tsx';
import { Failed, Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { type SavedQuestion, useSavedMoves, useSavedQuestions } from './use-saved-questions.ts';

interface Props {
  run: (question: { id: string; name: string }) => void;
  busy: boolean;
}

/** What the office has kept, and what operators have checked for everybody; a tap computes it with today's data. */
export function SavedQuestions({ run, busy }: Props) {
  const words = useWords().data;
  const saved = useSavedQuestions();
  const { remove, verify } = useSavedMoves();
  const failed = remove.error ?? verify.error;
  return (
    <Card title={words.savedTitle} note={words.savedNote}>
      <Read query={saved}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{words.noneSaved}</Text>
          ) : (
            <ul className="saved-questions" lang="zh-CN">
              {items.map((question) => (
                <li key={question.id}>
                  <Button
                    variant="default"
                    disabled={busy}
                    aria-label={words.run(question.name)}
                    onClick={() => run(question)}
                  >
                    {question.name}
                  </Button>
                  <Origin question={question} />
                  <Moves
                    question={question}
                    remove={() => remove.mutate(question.id)}
                    verify={() => verify.mutate({ id: question.id, verified: question.verifiedBy === null })}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      {failed && <Failed error={failed} />}
    </Card>
  );
}

function Origin({ question: { by, savedAt, verifiedBy, question } }: { question: SavedQuestion }) {
  const { data: words, locale } = useWords();
  return (
    <Group gap="xs">
      {verifiedBy !== null && (
        <Badge variant="light" size="lg" radius="sm" title={words.verifiedBy(verifiedBy)}>
          {words.verified}
        </Badge>
      )}
      <Text size="sm" c="dimmed">
        {question}
        <br />
        {words.savedBy(by, toMoment(savedAt, locale))}
      </Text>
    </Group>
  );
}

function Moves(props: { question: SavedQuestion; remove: () => void; verify: () => void }) {
  const words = useWords().data;
  const { name, verifiedBy, mayRemove, mayVerify } = props.question;
  const isVerified = verifiedBy !== null;
  return (
    <Group gap="xs">
      {mayVerify && (
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={isVerified ? words.unverify(name) : words.verify(name)}
          onClick={props.verify}
        >
          {isVerified ? words.unverifyShort : words.verifyShort}
        </Button>
      )}
      {mayRemove && (
        <Button variant="subtle" size="compact-md" aria-label={words.remove(name)} onClick={props.remove}>
          {words.removeShort}
        </Button>
      )}
    </Group>
  );
}
