import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import type { TriageList } from '../../../channels/http/ticket-types.ts';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { UrgencyText } from '../parts/status-badge.tsx';
import { TicketLink } from '../parts/ticket-link.tsx';
import { isOverdue } from '../ticket/remaining.ts';
import { useWords } from '../words/use-words.tsx';
import { type Decision, moveFor } from './decide-dialog.tsx';

type Item = TriageList['items'][number];

/** Why a ticket lies here, what speaks for whom, and the decisions that end its wait. */
export function TriageItem({ item, decide }: { item: Item; decide: ((decision: Decision) => void) | null }) {
  const words = useWords();
  const names = words.handling.triage;
  const { number, title, why, candidates, returnCount } = item;
  const overdue = isOverdue(item, new Date());
  return (
    <Paper component="article" withBorder radius="md" p="md" aria-label={number}>
      <Group gap="xs" mb="xs">
        <Badge variant="light" size="lg" radius="sm" color="orange" c="var(--mantine-color-text)">
          {names.whys[why]}
        </Badge>
        <TicketLink number={number} />
        {returnCount > 0 && <Text size="sm">{names.returns(returnCount)}</Text>}
        {overdue && <strong className="pressing">{words.tickets.overdueMark}</strong>}
      </Group>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Facts
        facts={[
          [names.evidence, item.reason],
          [words.ticket.categoryName, `${item.category.group} › ${item.category.name}`],
          [words.ticket.because, item.because.join('、')],
          [words.ticket.clause, item.clause],
          [words.tickets.place, [item.district, item.street].filter(Boolean).join(' ')],
          [words.tickets.urgency, <UrgencyText key="urgency" urgency={item.urgency} />],
          [words.tickets.dueAt, <Moment key="due" at={item.dueAt} />],
          [names.candidates, candidates.join('、') || names.noCandidates],
        ]}
      />
      {decide && <Decisions item={item} decide={decide} />}
    </Paper>
  );
}

function Decisions({ item, decide }: { item: Item; decide: (decision: Decision) => void }) {
  const { handling, locale } = useWords();
  const names = handling.triage;
  const { number, why, candidates, alternatives } = item;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const namesUnit = why !== 'extension' && why !== 'reply';
  return (
    <Group gap="sm" mt="sm">
      <Button onClick={() => decide({ number, moves: moveFor[why], draft: {} })}>{names.decisions[why]}</Button>
      {namesUnit &&
        candidates.map((unit) => (
          <Button key={unit} variant="default" onClick={() => decide({ number, moves: moveFor[why], draft: { unit } })}>
            {names.choose(unit)}
          </Button>
        ))}
      {why === 'unsure' &&
        alternatives.slice(0, 3).map(({ code, name, p }) => (
          <Button
            key={code}
            variant="default"
            onClick={() => decide({ number, moves: ['recategorise'], draft: { category: code } })}
          >
            {names.sort(name, percent.format(p))}
          </Button>
        ))}
    </Group>
  );
}
