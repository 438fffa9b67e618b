import { useEffect, useMemo, useState } from 'react';
import type { CardVersionDetail } from '../../../channels/http/card-types.ts';
import { type CardBody, factLists } from './card-body.ts';
import { forget, keep, readKept, saysTheSame } from './kept-typing.ts';

/** What stands in the form, and what it was typed upon. */
interface Typing {
  body: CardBody;
  note: string;
  /** The revision of the draft that it was typed upon, and its text then. */
  base: number;
  baseBody: CardBody;
  baseNote: string;
}

export interface DraftTyping {
  body: CardBody;
  note: string;
  base: number;
  isDirty: boolean;
  /** The browser has no room: what is typed would be lost by a reload. */
  wouldBeLost: boolean;
  /** Since when something is there that an earlier visit did not save; null when nothing was found. */
  found: { at: string; isOld: boolean } | null;
  change: (fields: Partial<CardBody>) => void;
  setNote: (note: string) => void;
  /** Brings back the row that was removed last; null when none was. */
  undoRemove: (() => void) | null;
  /** Takes what the desk has; what was typed goes. */
  takeOver: (saved: CardVersionDetail) => void;
}

const upon = ({ body, note, revision }: CardVersionDetail): Typing => ({
  body, note, base: revision, baseBody: body, baseNote: note,
}); // biome-ignore format: one value

const lists = [...factLists, 'materials', 'questions', 'faqs'] as const;
const isShorter = (after: CardBody, before: CardBody) => lists.some((list) => after[list].length < before[list].length);
const isChanged = ({ body, baseBody, note, baseNote }: Typing) => note !== baseNote || !saysTheSame(body, baseBody);

/** The form of a draft: kept in the browser with every key until it is saved, found again after a reload. */
export function useDraftTyping(saved: CardVersionDetail): DraftTyping {
  const name = `${saved.cardId}@${saved.version}`;
  const [kept] = useState(() => keptBeside(name, saved));
  const [typing, setTyping] = useState<Typing>(() => (kept ? { ...upon(saved), ...kept } : upon(saved)));
  const [found, setFound] = useState(() => kept && { at: kept.at, isOld: kept.base !== saved.revision });
  const [removed, setRemoved] = useState<CardBody[]>([]);
  const isDirty = useMemo(() => isChanged(typing), [typing]);
  const [wouldBeLost, setWouldBeLost] = useState(false);

  useEffect(() => {
    const { body, note, base } = typing;
    if (isDirty) setWouldBeLost(!keep(name, { body, note, base, at: new Date().toISOString() }));
    else forget(name);
  }, [name, typing, isDirty]);
  // Somebody else has saved, and nothing is typed here: the form follows.
  useEffect(() => {
    if (!isDirty && saved.revision > typing.base) setTyping(upon(saved));
  }, [isDirty, saved, typing.base]);

  const change = (fields: Partial<CardBody>) => {
    const body = { ...typing.body, ...fields };
    if (isShorter(body, typing.body)) setRemoved([...removed, typing.body]);
    setTyping({ ...typing, body });
  };
  const last = removed.at(-1);
  return {
    body: typing.body,
    note: typing.note,
    base: typing.base,
    isDirty,
    wouldBeLost: isDirty && wouldBeLost,
    found: isDirty ? found : null,
    change,
    setNote: (note) => setTyping({ ...typing, note }),
    undoRemove: last
      ? () => {
          setTyping({ ...typing, body: last });
          setRemoved(removed.slice(0, -1));
        }
      : null,
    takeOver: (next) => {
      setTyping(upon(next));
      setRemoved([]);
      setFound(null);
    },
  };
}

/** What an earlier visit kept, when it says something else than what is saved. */
function keptBeside(name: string, saved: CardVersionDetail) {
  const kept = readKept(name);
  if (!kept || (saysTheSame(kept.body, saved.body) && kept.note === saved.note)) return null;
  return { body: kept.body, note: kept.note, base: kept.base, at: kept.at };
}
