import type { Photograph } from '../../channels/http/photograph-types.ts';
import { type PhotoDesk, PhotoRefused } from './photo-desk.ts';
import type { Position } from './photo-position.ts';

export interface PhotoShown {
  /** The page's own id of it; the desk keeps it once however often it is sent. */
  key: string;
  state: 'sending' | 'ready' | 'failed';
  /** Share of it that has gone up, 0 to 1. */
  sent: number;
  /** Why it failed: the desk's words, or null when the desk could not be reached. */
  problem: string | null;
  /** For the preview; null until it is fetched. */
  picture: Blob | null;
  /** Where it was taken, while the citizen has not said whether that is the place. */
  position: Position | null;
  /** What the desk knows of it, once it is there. */
  kept: Photograph | null;
}

export interface Photos {
  /** Those that wait for a ticket. */
  readonly waiting: readonly PhotoShown[];
  /** Whether some are still on their way: a complaint sent now would go without them. */
  readonly isSending: boolean;
  /** How many went with a ticket. */
  filedWith(ticketNumber: string): number;
  /** Takes files as far as there is room. */
  choose(files: readonly Blob[]): Promise<void>;
  retry(key: string): void;
  remove(key: string): Promise<void>;
  /** The citizen has said whether the photograph's place is the place; either way it is forgotten here. */
  placeAnswered(key: string): void;
  /** Asks the desk again: after a reload, and when a ticket was filed. */
  refresh(): Promise<void>;
}

export const mostPhotos = 3;
const largestBytes = 10 * 1024 * 1024;

interface Needs {
  desk: PhotoDesk;
  newId(): string;
  readPosition(file: ArrayBuffer): Position | null;
  redraw(file: Blob): Promise<Blob>;
  tooLarge(): string;
  changed(): void;
}

/** Photographs for the next complaint, without the DOM: read, drawn anew, sent, shown. */
export function createPhotos({ desk, newId, readPosition, redraw, tooLarge, changed }: Needs): Photos {
  let shown: PhotoShown[] = [];
  const isWaiting = ({ kept }: PhotoShown) => !kept || kept.tickets.length === 0;
  const set = (key: string, fields: Partial<PhotoShown>) => {
    shown = shown.map((photo) => (photo.key === key ? { ...photo, ...fields } : photo));
    changed();
  };

  async function send(key: string): Promise<void> {
    const photo = shown.find((candidate) => candidate.key === key);
    if (!photo?.picture) return;
    set(key, { state: 'sending', problem: null, sent: 0 });
    try {
      const kept = await desk.upload({ clientPhotoId: key, picture: photo.picture }, (sent) => set(key, { sent }));
      set(key, { state: 'ready', kept });
    } catch (error) {
      set(key, { state: 'failed', problem: error instanceof PhotoRefused ? error.said : null });
    }
  }

  async function take(file: Blob): Promise<void> {
    const key = newId();
    const blank = { key, state: 'sending', sent: 0, problem: null, picture: null, position: null, kept: null } as const;
    shown = [...shown, blank];
    changed();
    if (file.size > largestBytes) return set(key, { state: 'failed', problem: tooLarge() });
    const position = readPosition(await file.arrayBuffer());
    // From here on only the picture itself is held; the file with its place is let go.
    set(key, { position, picture: await redraw(file) });
    await send(key);
  }

  /** What the desk has and this page has not seen, as after a reload. */
  async function adopt(kept: Photograph): Promise<void> {
    const key = kept.clientPhotoId;
    if (shown.some((photo) => photo.key === key)) return set(key, { kept, state: 'ready' });
    shown = [...shown, { key, state: 'ready', sent: 1, problem: null, picture: null, position: null, kept }];
    changed();
    if (kept.tickets.length === 0) set(key, { picture: await desk.preview(kept.id).catch(() => null) });
  }

  return {
    get waiting() {
      return shown.filter(isWaiting);
    },
    get isSending() {
      return shown.some(({ state }) => state === 'sending');
    },
    filedWith: (number) => shown.filter(({ kept }) => kept?.tickets.includes(number)).length,
    async choose(files) {
      const room = mostPhotos - shown.filter(isWaiting).length;
      await Promise.all(files.slice(0, room).map(take));
    },
    retry: (key) => void send(key),
    async remove(key) {
      const photo = shown.find((candidate) => candidate.key === key);
      if (
        photo?.kept &&
        !(await desk.remove(photo.kept.id).then(
          () => true,
          () => false,
        ))
      )
        return;
      shown = shown.filter((candidate) => candidate.key !== key);
      changed();
    },
    placeAnswered: (key) => set(key, { position: null }),
    async refresh() {
      const items = await desk.list().catch(() => []);
      await Promise.all(items.map(adopt));
    },
  };
}
