import { setTimeout as pause } from 'node:timers/promises';
import type { CallDetail, EventsTaken } from '../http/hotline-types.ts';
import type { CallSender } from './call-sender.ts';
import type { Transcript } from './read-transcript.ts';

export interface Replay {
  id: string;
  /** Times faster than it was spoken; null sends each event as soon as the last is answered. */
  speed: number | null;
  /** What the desk answered to each event. */
  onAnswer?: (step: { said: { speaker: string; text: string; partial: boolean } | null; answer: EventsTaken }) => void;
}

/** Feeds a call event by event, in its own rhythm, and gives what stands at its end. */
export async function replayTranscript(
  { events }: Transcript,
  { send, detail }: CallSender,
  { id, speed, onAnswer }: Replay,
): Promise<CallDetail> {
  const begun = performance.now();
  const beganAt = Date.now();
  for (const { afterMs, event } of events) {
    const wait = speed === null ? 0 : afterMs / speed - (performance.now() - begun);
    if (wait > 0) await pause(wait);
    const sent = event(new Date(beganAt + afterMs));
    const answer = await send(id, [sent]);
    const said =
      sent.kind === 'utterance' ? { speaker: sent.speaker, text: sent.text, partial: sent.status === 'partial' } : null;
    onAnswer?.({ said, answer });
  }
  return detail(id);
}
