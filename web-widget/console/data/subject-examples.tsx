import { Button, Text } from '@mantine/core';
import { Card } from '../parts/card.tsx';
import { Read } from '../parts/query-states.tsx';
import { useWords } from '../words/use-words.tsx';
import { useSubjects } from './use-data-question.ts';

/** What can be asked, a fold for each subject of the semantic model; the first stands open. */
export function SubjectExamples({ send }: { send: (question: string) => void }) {
  const words = useWords().data;
  const subjects = useSubjects();
  return (
    <Card title={words.examples}>
      <Read query={subjects}>
        {(data) =>
          data.subjects.map(({ label, metrics, dimensions, examples, updated }, index) => (
            <details key={label} open={index === 0} lang="zh-CN">
              <summary>{label}</summary>
              <Text size="sm" c="dimmed">
                {words.metrics}：{metrics.join('、')}。{words.dimensions}：{dimensions.join('、')}。{words.updated}：
                {updated}
              </Text>
              <section className="examples" aria-label={words.examplesOf(label)}>
                {examples.map((example) => (
                  <Button key={example} variant="default" onClick={() => send(example)}>
                    {example}
                  </Button>
                ))}
              </section>
            </details>
          ))
        }
      </Read>
    </Card>
  );
}
