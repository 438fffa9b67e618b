import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useWords } from '../words/use-words.tsx';

interface Props {
  hint: string;
  asking: boolean;
  send: (question: string) => void;
}

/** Enter asks; Shift+Enter and an input method's Enter do not. */
export function AskBox({ hint, asking, send }: Props) {
  const words = useWords().data;
  const [question, setQuestion] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!question.trim() || asking) return;
    send(question.trim());
    setQuestion('');
  };
  const onKey = (event: KeyboardEvent) => {
    const composing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !composing) submit(event);
  };
  return (
    <form onSubmit={submit} className="ask">
      <Textarea
        label={words.ask}
        placeholder={hint}
        autosize
        minRows={1}
        maxRows={6}
        size="md"
        value={question}
        onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
        onKeyDown={onKey}
      />
      <Button type="submit" size="md" loading={asking}>
        {words.submit}
      </Button>
    </form>
  );
}
