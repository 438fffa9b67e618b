import { Stack, Text } from '@mantine/core';
import { Card } from '../parts/card.tsx';
import { Empty } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { Findings } from './findings.tsx';
import { HeardIn } from './heard-in.tsx';
import { targetsOf } from './targets.ts';
import { useDeciding } from './use-deciding.ts';

/** What is left to do when the citizen has hung up: read the summary, settle what differs, see what was corrected. */
export function AfterCall() {
  const words = useWords().calls.after;
  const { call } = useDeciding();
  const { summary, findings } = call;
  return (
    <>
      <Card title={words.summary} note={words.summaryNote}>
        {summary.length === 0 && <Empty>{words.noSummary}</Empty>}
        <ol className="summary">
          {summary.map(({ text, heardIn }) => (
            <li key={text}>
              <span lang="zh-CN">{text}</span> <HeardIn sequences={heardIn} />
            </li>
          ))}
        </ol>
      </Card>
      <Card title={words.findings} note={words.findingsNote}>
        <Findings findings={findings} />
      </Card>
      <Card title={words.corrections} note={words.correctionsNote}>
        <Corrections />
      </Card>
    </>
  );
}

function Corrections() {
  const { calls: words } = useWords();
  const { call } = useDeciding();
  const corrected = targetsOf(call.state).filter(
    ({ decision, kind }) => decision?.decision === 'corrected' && kind !== 'callback',
  );
  if (corrected.length === 0) return <Text c="dimmed">{words.after.noCorrections}</Text>;
  const { kinds, fields } = words;
  const names: Record<string, string> = { ...kinds, ...fields };
  return (
    <Stack gap={4}>
      {corrected.map(({ key, kind, decision }) => (
        <Text key={key}>
          {names[kind]}
          {decision?.reason && `：${decision.reason}`}{' '}
          <span className="utterance-mark">{words.decide.becomesCase}</span>
        </Text>
      ))}
    </Stack>
  );
}
