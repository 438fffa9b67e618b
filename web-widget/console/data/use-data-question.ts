import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DataExamples, DataQuestionAnswer } from '../../../channels/http/api-types.ts';
import { desk } from '../api/desk-client.ts';

export interface Asked {
  question: string;
  answer: DataQuestionAnswer;
}

export function useExamples() {
  return useQuery({
    queryKey: ['data-examples'],
    queryFn: ({ signal }) => desk.get<DataExamples>('/data-questions/examples', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** One conversation about the data: what was asked and answered, newest first, and the way to ask on. */
export function useDataConversation() {
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const conversationId = asked[0]?.answer.conversationId;
  const ask = useMutation({
    mutationFn: (question: string) =>
      desk.post<DataQuestionAnswer>('/data-questions', { question, ...(conversationId && { conversationId }) }),
    onSuccess: (answer, question) => setAsked((before) => [{ question, answer }, ...before]),
  });
  const startAnew = () => {
    ask.reset();
    setAsked([]);
  };
  return { asked, ask, startAnew };
}
