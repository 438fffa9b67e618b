import { Button, Group, Text, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Sources } from '../calls/sources.tsx';
import { Failed } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useSay, useSuggestion } from './use-chats.ts';
import { useKeptDraft } from './use-kept-draft.ts';

/** What the operator writes. It outlives a reload, and is sent once however often it is tried. */
export function ReplyBox({ id }: { id: string }) {
  const words = useWords().chats;
  const { draft, write, sent } = useKeptDraft(id);
  const say = useSay(id);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (draft.text.trim() === '' || say.isPending) return;
    say.mutate({ clientMessageId: draft.id, text: draft.text }, { onSuccess: sent });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter ends a half-typed word of an input method, and is no sending then.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="reply-box" onSubmit={send}>
      <Textarea
        label={words.reply}
        description={words.replyHint}
        lang="zh-CN"
        rows={3}
        maxLength={2000}
        value={draft.text}
        onChange={(event) => write(event.currentTarget.value, say.isError)}
        onKeyDown={onKeyDown}
      />
      <Group mt="xs">
        <Button type="submit" loading={say.isPending}>
          {words.send}
        </Button>
        <Suggest
          id={id}
          insert={(text) => write(draft.text.trim() === '' ? text : `${draft.text}\n${text}`, say.isError)}
        />
      </Group>
      {say.error && <Failed error={say.error} />}
    </form>
  );
}

/** A suggestion only: it lands in the box, and the operator sends what they stand for. */
function Suggest({ id, insert }: { id: string; insert: (text: string) => void }) {
  const words = useWords().chats;
  const suggestion = useSuggestion(id);
  const [isShown, setShown] = useState(false);
  const ask = () =>
    suggestion.mutate(undefined, {
      onSuccess: ({ text }) => {
        setShown(true);
        if (text !== null) insert(text);
      },
    });
  const { data, error } = suggestion;
  return (
    <>
      <Button variant="default" loading={suggestion.isPending} onClick={ask}>
        {words.suggest}
      </Button>
      {error && <Failed error={error} />}
      {isShown && data && (
        <div role="status">
          <Text size="sm">{data.text === null ? words.nothingToSuggest : words.suggested}</Text>
          <Sources sources={data.sources} />
        </div>
      )}
    </>
  );
}
