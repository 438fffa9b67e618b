import { useRouteError } from 'react-router';
import { useWords } from '../words/use-words.tsx';
import { PageHeading } from './page-heading.tsx';
import { Failed } from './query-states.tsx';

/** Shown in place of a page that broke; the rest of the console stands. */
export function ErrorPage() {
  const error = useRouteError();
  return <Broken error={error instanceof Error ? error : new Error(String(error))} retry={() => location.reload()} />;
}

/** A page that could not be shown, under a heading like any other. */
export function Broken({ error, retry }: { error: Error; retry: () => void }) {
  const { errors } = useWords();
  return (
    <>
      <PageHeading title={errors.title} />
      <Failed error={error} retry={retry} />
    </>
  );
}
