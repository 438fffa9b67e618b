import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';

interface Props {
  /** How alike another ticket is, from 0 to 1, and what speaks for it. */
  likeness: {
    score: number;
    samePlace: number;
    sameStreet: boolean;
    sameProblem: number;
    sharedWords: readonly string[];
  };
  /** What is known of the other one besides, said after the score. */
  children?: ReactNode;
}

/** Why a ticket may be about the same: each ground with its own figure, so that a person can judge. */
export function LikenessEvidence({ likeness, children }: Props) {
  const { handling, locale } = useWords();
  const words = handling.similar;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const { score, samePlace, sameStreet, sameProblem, sharedWords } = likeness;
  const grounds: [string, string][] = [
    [words.place, percent.format(samePlace) + (sameStreet ? ` · ${words.street}` : '')],
    [words.problem, percent.format(sameProblem)],
    ...(sharedWords.length > 0 ? [[words.words, sharedWords.join('、')] as [string, string]] : []),
  ];
  return (
    <>
      <Text size="sm">
        {words.score(percent.format(score))}
        {children}
      </Text>
      <dl className="evidence">
        {grounds.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
