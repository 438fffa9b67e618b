import { Alert, Group, Text } from '@mantine/core';
import type { Suggestion } from '../../../channels/http/hotline-types.ts';
import { useWords } from '../words/use-words.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { HeardIn } from './heard-in.tsx';
import { TargetFrame } from './target-frame.tsx';
import { isDecided, ofSuggestion, suggestionsInOrder } from './targets.ts';
import { useDeciding } from './use-deciding.ts';

/** Emergencies, above everything else: the numbers first, then what to say. Read out by the page's assertive region. */
export function Warnings() {
  const { state } = useDeciding().call;
  return suggestionsInOrder(state)
    .filter(({ kind }) => kind === 'warning')
    .map((warning) => <Warning key={warning.id} warning={warning} />);
}

function Warning({ warning }: { warning: Suggestion }) {
  const words = useWords().calls;
  const target = ofSuggestion(warning);
  return (
    <TargetFrame target={target} label={words.kinds.warning} className="warning">
      <Alert color={isDecided(target) ? 'gray' : 'red'} variant="outline" role="group" title={words.kinds.warning}>
        <Group gap="xs" justify="space-between" align="start">
          {warning.numbers.length > 0 && (
            <p className="numbers">
              <span className="unseen">{words.numbers} </span>
              {warning.numbers.join(' · ')}
            </p>
          )}
          <HeardIn sequences={warning.heardIn} />
        </Group>
        <Text size="sm" fw={600}>
          {words.say}
        </Text>
        <Text className="said read-out" lang="zh-CN" mb="xs">
          {warning.text}
        </Text>
        <DecisionBar target={target} about={words.kinds.warning} />
      </Alert>
    </TargetFrame>
  );
}
