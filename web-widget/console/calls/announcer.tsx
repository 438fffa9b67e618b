import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import { createAnnouncements } from './announcements.ts';
import { suggestionsInOrder } from './targets.ts';
import { useDeciding } from './use-deciding.ts';

/**
 * What a screen reader says while a call runs: emergencies at once, over anything else; new suggestions when it is quiet;
 * and what became of the operator's own decisions.
 */
export function Announcer({ own }: { own: string }) {
  const [polite, urgent] = useAnnounced();
  return (
    <>
      <div className="unseen" role="alert">
        {urgent}
      </div>
      <div className="unseen" role="status">
        {polite}
      </div>
      <div className="unseen" role="status">
        {own}
      </div>
    </>
  );
}

function useAnnounced(): [polite: string, urgent: string] {
  const words = useWords().calls;
  const { state } = useDeciding().call;
  const [polite, say] = useState('');
  const [urgent, warn] = useState('');
  const announce = useMemo(() => createAnnouncements(say, Date.now, (act, ms) => setTimeout(act, ms)), []);
  const heard = useRef<ReadonlySet<string>>(new Set());
  const isFirst = useRef(true);
  useEffect(() => {
    const fresh = suggestionsInOrder(state).filter(({ id }) => !heard.current.has(id));
    heard.current = new Set([...heard.current, ...fresh.map(({ id }) => id)]);
    const warnings = fresh.filter(({ kind }) => kind === 'warning');
    if (warnings.length > 0)
      warn(warnings.map(({ text, numbers }) => words.says.warning([...numbers, text].join(' '))).join(' '));
    const [first] = fresh.filter(({ kind }) => kind !== 'warning');
    // What stood there when the page was opened is read by whoever reads the page.
    if (first && !isFirst.current) announce(words.says.suggestion(words.kinds[first.kind], first.text));
    isFirst.current = false;
  }, [state, words, announce]);
  return [polite, urgent];
}
