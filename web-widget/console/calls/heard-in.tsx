import { useWords } from '../words/use-words.tsx';
import { focusUtterance } from './focus-target.ts';

/** The utterances that something rests on; each leads to its place in the transcript. */
export function HeardIn({ sequences }: { sequences: readonly number[] }) {
  const words = useWords().calls;
  if (sequences.length === 0) return null;
  return (
    <span className="heard-in">
      <span className="quiet">{words.heardIn}</span>
      {sequences.map((sequence) => (
        <button type="button" key={sequence} onClick={() => focusUtterance(sequence)}>
          {words.utterance(sequence)}
        </button>
      ))}
    </span>
  );
}
