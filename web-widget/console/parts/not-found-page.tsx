import { Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useWords } from '../words/use-words.tsx';
import { PageHeading } from './page-heading.tsx';

export function NotFoundPage() {
  const words = useWords().notFound;
  return (
    <Stack align="start">
      <PageHeading title={words.title} />
      <Text>{words.text}</Text>
      <Button component={Link} to="/">
        {words.home}
      </Button>
    </Stack>
  );
}
