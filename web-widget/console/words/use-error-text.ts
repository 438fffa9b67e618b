import { DeskError } from '../api/desk-client.ts';
import { useWords } from './use-words.tsx';

/** The sentence a person is shown for an error: the desk's own where it sent one. */
export function useErrorText(): (error: Error) => string {
  const { errors } = useWords();
  return (error) => {
    if (!(error instanceof DeskError)) return errors.page;
    return errors.known[error.code] ?? (error.message || errors.unknown(error.code));
  };
}
