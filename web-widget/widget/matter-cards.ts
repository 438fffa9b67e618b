import type { MatterLine, MatterShown } from '../../channels/http/matter-types.ts';
import type { Kept } from './kept.ts';

/** Which matter, in which version; `2025-01-01` is the version's first day. */
export interface MatterKey {
  id: string;
  version: string;
}

/** What the citizen noted on a card: lines ticked off, and the options that describe the situation. */
export interface Notes {
  ticked: readonly string[];
  /** Question id → the option chosen. */
  situation: Readonly<Record<string, string>>;
}

export interface OpenedCard {
  key: MatterKey;
  card: 'loading' | 'failed' | MatterShown;
  notes: Notes;
}

const noNotes: Notes = { ticked: [], situation: {} };
// What somebody prepares at the same time; older notes give way to new ones.
const keptCards = 30;

const nameOf = ({ id, version }: MatterKey) => `${id}@${version}`;

/** A line applies when, of every question it hangs on, the option chosen is one of its own or none is chosen yet. */
export const applies = ({ when }: MatterLine, { situation }: Notes): boolean =>
  Object.entries(when ?? {}).every(([question, options]) => {
    const chosen = situation[question];
    return chosen === undefined || options.includes(chosen);
  });

/** How far the list is: ticked lines among those that apply. */
export function progressOf({ materials }: MatterShown, notes: Notes): { ticked: number; of: number } {
  const wanted = materials.filter((line) => applies(line, notes));
  return { ticked: wanted.filter(({ text }) => notes.ticked.includes(text)).length, of: wanted.length };
}

export interface MatterCards {
  readonly opened: OpenedCard | null;
  open(key: MatterKey): Promise<void>;
  close(): void;
  tick(text: string): void;
  /** Chooses an option, or takes the choice back. */
  choose(question: string, option: string): void;
}

/**
 * The card that lies over the conversation. Ticks and situation are kept in the browser by matter and version: a new
 * version may ask for other papers, so it begins with an empty list.
 */
export function createMatterCards(
  kept: Kept,
  read: (key: MatterKey) => Promise<MatterShown>,
  changed: () => void,
): MatterCards {
  let opened: OpenedCard | null = null;
  const set = (next: OpenedCard | null) => {
    opened = next;
    changed();
  };
  const note = (notes: Partial<Notes>) => {
    if (!opened) return;
    const next = { ...opened, notes: { ...opened.notes, ...notes } };
    keepNotes(kept, next.key, next.notes);
    set(next);
  };
  return {
    get opened() {
      return opened;
    },
    async open(key) {
      const opening: OpenedCard = { key, card: 'loading', notes: notesOf(kept, key) };
      set(opening);
      const card = await read(key).catch(() => 'failed' as const);
      // Closed again, or another one opened, while this one was on its way.
      if (opened === opening) set({ ...opening, card });
    },
    close: () => set(null),
    tick(text) {
      const { ticked } = opened?.notes ?? noNotes;
      note({ ticked: ticked.includes(text) ? ticked.filter((other) => other !== text) : [...ticked, text] });
    },
    choose(question, option) {
      const { [question]: before, ...others } = opened?.notes.situation ?? {};
      note({ situation: before === option ? others : { ...others, [question]: option } });
    },
  };
}

type Stored = [name: string, notes: Notes][];

const notesOf = (kept: Kept, key: MatterKey): Notes =>
  (kept.read<Stored>('cards') ?? []).find(([name]) => name === nameOf(key))?.[1] ?? noNotes;

function keepNotes(kept: Kept, key: MatterKey, notes: Notes): void {
  const others = (kept.read<Stored>('cards') ?? []).filter(([name]) => name !== nameOf(key));
  kept.write('cards', [[nameOf(key), notes], ...others].slice(0, keptCards));
}
