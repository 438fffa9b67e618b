import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type {
  DataConversation,
  DataQuestionAnswer,
  DataSubjects,
  DataTurn,
} from '../../../channels/http/data-question-schemas.ts';
import type { DataReply } from '../../widget/reply-types.ts';
import { desk } from '../api/desk-client.ts';

export type Chip = DataReply['data']['chips'][number];
export type PlanChange = Chip['alternatives'][number]['change'];

/** What can be put to the desk: words, a change of the figures shown last, or a question that was kept. */
export type Put =
  | { question: string }
  | { change: PlanChange; said: string }
  | { savedQuestion: { id: string; name: string } };

export type { DataTurn };

export function useSubjects() {
  return useQuery({
    queryKey: ['data-subjects'],
    queryFn: ({ signal }) => desk.get<DataSubjects>('/data-questions/examples', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const none: readonly DataTurn[] = [];

/**
 * One conversation about the data, oldest turn first, and the way to go on. Its id stands in the address, so that
 * reloading the page or going back to it brings it again.
 */
export function useDataConversation() {
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const conversationId = search.get('c');
  const keyOf = (id: string | null) => ['data-conversation', id];
  const conversation = useQuery({
    queryKey: keyOf(conversationId),
    queryFn: ({ signal }) =>
      desk.get<DataConversation>(`/data-questions/conversations/${encodeURIComponent(conversationId!)}`, signal),
    enabled: conversationId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const turns = conversation.data?.turns ?? none;
  const put = useMutation({
    mutationFn: (what: Put) => sendTo(what, conversationId),
    onSuccess: ({ conversationId: id, ...turn }, what) => {
      // Another picture of the same figures takes the place of the one before.
      const before = isRedrawn(what) ? turns.slice(0, -1) : turns;
      client.setQueryData<DataConversation>(keyOf(id), { conversationId: id, turns: [...before, turn] });
      setSearch({ c: id }, { replace: true });
    },
  });
  const startAnew = () => {
    put.reset();
    setSearch({});
  };
  return { conversation, turns, put, startAnew };
}

const isRedrawn = (what: Put) => 'change' in what && what.change.change === 'set_chart';

function sendTo(what: Put, conversationId: string | null): Promise<DataQuestionAnswer> {
  const going = conversationId === null ? {} : { conversationId };
  if ('question' in what) return desk.post('/data-questions', { question: what.question, ...going });
  if ('change' in what) return desk.post('/data-questions/changes', { ...what, ...going });
  return desk.post(`/data-questions/saved/${encodeURIComponent(what.savedQuestion.id)}/runs`, going);
}
