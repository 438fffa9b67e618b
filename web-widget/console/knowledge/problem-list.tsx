import { Button, Text } from '@mantine/core';
import { Card } from '../parts/card.tsx';
import { useWords } from '../words/use-words.tsx';
import { focusField, type Problems } from './card-problems.ts';

/** What keeps a draft from being published, each with the way to its field. */
export function ProblemList({ problems, show }: { problems: Problems; show: () => void }) {
  const words = useWords().knowledge;
  const found = Object.entries(problems);
  if (found.length === 0) return null;
  const go = (path: string) => {
    show();
    requestAnimationFrame(() => focusField(path));
  };
  return (
    <Card title={words.edit.problems.title(found.length)}>
      <ul className="problems">
        {found.map(([path, message]) => (
          <li key={path}>
            <Text size="sm" component="span">
              {namePlace(path, words.sections)}：{message}
            </Text>{' '}
            <Button variant="subtle" size="compact-md" onClick={() => go(path)}>
              {words.edit.problems.goTo}
              <span className="unseen"> {namePlace(path, words.sections)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** `limits/1/text` → `办理时限 2`. */
export function namePlace(path: string, sections: Record<string, string>): string {
  const [section = '', at] = path.split('/');
  const number = Number(at);
  const place = at !== undefined && Number.isInteger(number) ? ` ${number + 1}` : '';
  return `${sections[section] ?? section}${place}`;
}
