import { createContext, useContext, useRef, useState } from 'react';
import type { CallDetail, DecisionBody } from '../../../channels/http/hotline-types.ts';
import { type CorrectionDraft, type DecisionForm, firstDraft } from './correction-draft.ts';
import { useKeptTyping } from './kept-typing.ts';
import { isDecided, type Target, targetsOf } from './targets.ts';
import { useDecide } from './use-calls.ts';

/** What an operator is doing with the suggestions of one call. */
export interface Deciding {
  call: CallDetail;
  /** What single keys act on: only as long as it says what it said when it was chosen. */
  chosen: Target | null;
  choose(target: Target): void;
  isChosen(target: Target): boolean;
  openForm(target: Target): DecisionForm | null;
  toggle(target: Target, form: DecisionForm): void;
  close(): void;
  draftOf(target: Target): CorrectionDraft;
  change(target: Target, draft: CorrectionDraft): void;
  decide(target: Target, body: DecisionBody): Promise<void>;
  /** Takes back what was decided on it, or else the last decision made here. */
  undo(target: Target | null): void;
  isPending(target: Target): boolean;
  errorOf(target: Target): Error | null;
}

const DecidingContext = createContext<Deciding | null>(null);
export const DecidingProvider = DecidingContext.Provider;

/** Only below `DecidingProvider`. */
export function useDeciding(): Deciding {
  const deciding = useContext(DecidingContext);
  if (!deciding) throw new Error('Suggestions are decided on within a call.');
  return deciding;
}

/** `told` hears of each decision when the desk has taken it. */
export function useCallDeciding(call: CallDetail, told: (body: DecisionBody, target: Target) => void): Deciding {
  const [chosen, setChosen] = useState<Target | null>(null);
  const [failed, setFailed] = useState<Record<string, Error>>({});
  const { typing, show, change, forget } = useKeptTyping(call.id);
  const order = useDecide(call.id);
  const last = useRef<string | null>(null);

  async function decide(target: Target, body: DecisionBody): Promise<void> {
    setFailed(({ [target.key]: _, ...others }) => others);
    try {
      await order.mutateAsync({ suggestionId: target.id, key: target.key, body: { ...body, version: call.version } });
    } catch (error) {
      setFailed((before) => ({ ...before, [target.key]: error as Error }));
      return;
    }
    last.current = target.key;
    forget(target.key);
    told(body, target);
  }

  return {
    call,
    chosen,
    choose: setChosen,
    isChosen: ({ key, id }) => chosen?.key === key && chosen.id === id,
    openForm: ({ key }) => (typing.open?.key === key ? typing.open.form : null),
    toggle: ({ key }, form) => show(typing.open?.key === key && typing.open.form === form ? null : { key, form }),
    close: () => show(null),
    draftOf: (target) => typing.drafts[target.key] ?? firstDraft(target, call.state),
    change: ({ key }, draft) => change(key, draft),
    decide,
    undo(target) {
      const wanted = target && isDecided(target) ? target.key : last.current;
      const found = targetsOf(call.state).find(({ key }) => key === wanted);
      if (found && isDecided(found)) void decide(found, { decision: 'withdrawn' });
    },
    isPending: ({ key }) => order.isPending && order.variables.key === key,
    errorOf: ({ key }) => failed[key] ?? null,
  };
}
