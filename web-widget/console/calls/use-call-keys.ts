import { useSingleKeys } from '../parts/use-single-keys.ts';
import { inputOf } from './correction-draft.ts';
import { focusTarget, targetAttribute } from './focus-target.ts';
import { isDecided, mayAccept, type Target, targetsOf } from './targets.ts';
import type { Deciding } from './use-deciding.ts';

interface OtherKeys {
  file: () => void;
  latest: () => void;
  join: (target: Target) => void;
}

/**
 * The page by single keys. A key decides only on what is chosen and still says what it said then; with nothing chosen it
 * chooses the first thing that is undecided, which is then read before the key is pressed again.
 */
export function useCallKeys(deciding: Deciding, { file, latest, join }: OtherKeys, on: boolean): void {
  const { call, chosen } = deciding;
  const targets = targetsOf(call.state);
  const at = targets.findIndex(({ key }) => key === chosen?.key);
  const goTo = (target: Target | undefined) => {
    if (!target) return;
    deciding.choose(target);
    focusTarget(target.key);
  };
  const step = (by: number) =>
    goTo(at < 0 ? firstOpen(targets) : targets[Math.min(targets.length - 1, Math.max(0, at + by))]);
  const onChosen = (act: (target: Target) => void) => () => {
    const target = targets[at];
    if (target && deciding.isChosen(target)) act(target);
    else goTo(target ?? firstOpen(targets));
  };
  const whenOpen = (act: (target: Target) => void) =>
    onChosen((target) => {
      if (!isDecided(target)) act(target);
    });
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    a: whenOpen((target) => {
      if (target.kind === 'similar') join(target);
      else if (mayAccept(target, call.state)) void deciding.decide(target, { decision: 'accepted' });
    }),
    c: whenOpen((target) => {
      if (inputOf(target.kind)) deciding.toggle(target, 'correct');
    }),
    r: whenOpen((target) => {
      if (mayAccept(target, call.state)) deciding.toggle(target, 'reject');
    }),
    u: () => {
      if (call.ticketNumber === null) deciding.undo(targets[at] ?? null);
    },
    s: onChosen(({ key }) => openSource(key)),
    f: file,
    t: latest,
  };
  useSingleKeys(on ? keys : {});
}

const firstOpen = (targets: readonly Target[]) => targets.find((target) => !isDecided(target)) ?? targets[0];

/** Opens the first passage that it rests on, or shuts it. */
function openSource(key: string): void {
  document.querySelector<HTMLElement>(`[${targetAttribute}="${CSS.escape(key)}"] [data-source]`)?.click();
}
