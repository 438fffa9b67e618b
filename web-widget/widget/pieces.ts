import type { KnownConversation } from './conversation.ts';
import { createHandOver, type HandOver } from './hand-over.ts';
import { newId } from './ids.ts';
import type { Kept } from './kept.ts';
import { createMatterCards, type MatterCards } from './matter-cards.ts';
import { createPhotoDesk } from './photo-desk.ts';
import { readPosition } from './photo-position.ts';
import { redraw } from './photo-redraw.ts';
import { createPhotos, type Photos } from './photos.ts';
import { browserSpeech, createReadAloud, type ReadAloud } from './read-aloud.ts';
import { readMatter } from './read-desk.ts';
import { createTicketProgresses, type TicketProgresses } from './ticket-progresses.ts';
import { browserRecogniser, createVoiceInput, type VoiceInput } from './voice-input.ts';
import type { Words } from './zh.ts';

/** What stands beside the conversation, each with a state of its own. */
export interface Pieces {
  matters: MatterCards;
  tickets: TicketProgresses;
  reader: ReadAloud;
  voice: VoiceInput;
  photos: Photos;
  handOver: HandOver;
}

interface Needs {
  server: string;
  kept: Kept;
  signal: AbortSignal;
  words: () => Words;
  /** The conversation that photographs are put into; begun when there is none. */
  known: () => Promise<KnownConversation>;
  changed: () => void;
  personChanged: () => void;
}

/** All of them; each calls `changed` when what it shows has changed, and lets go of the browser when `signal` aborts. */
export function openPieces({ server, kept, signal, words, known, changed, personChanged }: Needs): Pieces {
  const reader = createReadAloud(browserSpeech(), kept.read('slowReading') ?? false, () => {
    kept.write('slowReading', reader.state.slow);
    changed();
  });
  signal.addEventListener('abort', () => reader.stop());
  return {
    matters: createMatterCards(kept, (key) => readMatter(server, key, signal), changed),
    tickets: createTicketProgresses(server, () => words().ticket.progressFailed, changed),
    reader,
    voice: createVoiceInput(browserRecogniser(), signal, changed),
    handOver: createHandOver({
      server,
      kept,
      signal,
      known,
      unreachable: () => words().ticket.progressFailed,
      later: (work, ms) => void setTimeout(work, ms),
      changed: personChanged,
    }),
    photos: createPhotos({
      desk: createPhotoDesk(server, known, signal),
      newId,
      readPosition,
      redraw,
      tooLarge: () => words().photo.tooLarge,
      changed,
    }),
  };
}
