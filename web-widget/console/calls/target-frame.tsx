import type { ReactNode } from 'react';
import { targetAttribute } from './focus-target.ts';
import { isDecided, type Target } from './targets.ts';
import { useDeciding } from './use-deciding.ts';

interface Props {
  target: Target;
  label: string;
  className?: string;
  children: ReactNode;
}

/** The place of one thing to decide on: takes the focus from single keys, and is chosen while the focus is within. */
export function TargetFrame({ target, label, className, children }: Props) {
  const deciding = useDeciding();
  const state = [isDecided(target) && 'decided', deciding.isChosen(target) && 'chosen'];
  return (
    <article
      className={['target', className, ...state].filter(Boolean).join(' ')}
      aria-label={label}
      tabIndex={-1}
      onFocus={() => deciding.choose(target)}
      {...{ [targetAttribute]: target.key }}
    >
      {children}
    </article>
  );
}
