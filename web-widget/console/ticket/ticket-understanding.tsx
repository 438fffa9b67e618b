import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { Facts } from '../parts/facts.tsx';
import { useWords } from '../words/use-words.tsx';
import type { Words } from '../words/zh.ts';

/** What was made of the citizen's words, how sure, by which words, and by which clause it was dispatched. */
export function TicketUnderstanding({ draft }: { draft: TicketDetail['draft'] }) {
  const words = useWords();
  const names = words.ticket;
  const { dispatch } = draft;
  return (
    <Stack gap="sm">
      {draft.abstained && <Alert color="orange">{names.abstained}</Alert>}
      <Facts
        facts={[
          [names.categoryName, <Alternatives key="categories" draft={draft} />],
          [names.because, <DecidingWords key="because" words={draft.because} />],
          [words.tickets.place, [draft.place.text, draft.place.note].filter(Boolean).join('；')],
          ...toExtracted(draft, words),
          [names.dispatch, names.dispatchOutcomes[dispatch.outcome] ?? dispatch.outcome],
          [words.tickets.owner, dispatch.lead],
          [names.coUnits, dispatch.coUnits.join('、')],
          [names.clause, dispatch.clause],
          ...(dispatch.outcome === 'assigned'
            ? []
            : [
                [names.whyNot, dispatch.reason] as const,
                [names.candidates, dispatch.candidates.join('、')] as const,
                [names.triageDesk, dispatch.triageDesk] as const,
              ]),
        ]}
      />
    </Stack>
  );
}

/** What else was found in the citizen's words; left out where there is nothing. */
function toExtracted({ subject, happened, affected, harm }: TicketDetail['draft'], words: Words): [string, string][] {
  const names = words.handling.extracted;
  const when = happened && [happened.text, ...(happened.recurring ? [names.recurring] : [])].join('；');
  const who = affected && `${affected.text}（${names.atLeast(affected.atLeast)}）`;
  const what = harm && [harm.text, ...(harm.feared ? [names.feared] : [])].join('；');
  const found: [string, string | null | undefined][] = [
    [names.subject, subject],
    [names.happened, when],
    [names.affected, who],
    [names.harm, what],
  ];
  return found.flatMap(([name, text]) => (text ? [[name, text] as [string, string]] : []));
}

function Alternatives({ draft }: { draft: TicketDetail['draft'] }) {
  const percent = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 0 });
  const worthSaying = draft.alternatives.filter(({ p }) => p >= 0.01);
  if (worthSaying.length === 0) return <>{draft.category.name}</>;
  return worthSaying.map(({ category, p }) => (
    <Text key={category.code} component="div" fw={category.code === draft.category.code ? 600 : 400}>
      {category.group} › {category.name} {percent.format(p)}
    </Text>
  ));
}

function DecidingWords({ words }: { words: string[] }) {
  if (words.length === 0) return <>—</>;
  return (
    <Group gap={6}>
      {words.map((word) => (
        <Badge key={word} variant="light" radius="sm" size="lg">
          {word}
        </Badge>
      ))}
    </Group>
  );
}
