import { Table, Text } from '@mantine/core';
import type { TicketDetail } from '../../../channels/http/api-types.ts';
import { Moment } from '../parts/moment.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { useWords } from '../words/use-words.tsx';

type Line = TicketDetail['clock'][number];

/** How the time was counted: how it stands in one sentence, then every event that bore on it with its figures. */
export function TicketClockLines({ clock }: { clock: Line[] }) {
  const words = useWords().handling.clock;
  const now = clock.at(-1);
  return (
    <>
      {now && (
        <Text mb="xs">
          {now.text} {now.rule}
        </Text>
      )}
      <ScrollBox label={words.table}>
        <Table className="clock-lines">
          <Table.Thead>
            <Table.Tr>
              {[words.at, words.what].map((title) => (
                <Table.Th key={title} scope="col">
                  {title}
                </Table.Th>
              ))}
              <Table.Th scope="col" ta="right">
                {words.used}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {words.budget}
              </Table.Th>
              <Table.Th scope="col">{words.due}</Table.Th>
              <Table.Th scope="col">{words.state}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {clock.map((line, at) => (
              <ClockLine key={at} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </>
  );
}

function ClockLine({ line: { at, text, rule, usedMinutes, budgetMinutes, dueAt, running } }: { line: Line }) {
  const { locale, handling } = useWords();
  const words = handling.clock;
  const minutes = new Intl.NumberFormat(locale);
  // Cut, not rounded, as the desk's own sentences say it: 100 % is only what has run out.
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Table.Tr>
      <Table.Td>
        <Moment at={at} />
      </Table.Td>
      <Table.Td className="long">
        {text}
        <Text size="sm" c="dimmed">
          {rule}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {words.minutes(minutes.format(usedMinutes))}
        <br />
        {budgetMinutes > 0 && share.format(Math.floor((usedMinutes / budgetMinutes) * 100) / 100)}
      </Table.Td>
      <Table.Td ta="right">{words.minutes(minutes.format(budgetMinutes))}</Table.Td>
      <Table.Td>
        <Moment at={dueAt} />
      </Table.Td>
      <Table.Td>{running ? words.running : words.stopped}</Table.Td>
    </Table.Tr>
  );
}
