import {
  type Assistant,
  type HeardSpeech,
  hearCallback,
  hearSpeech,
  type SingleReply,
  type Turn,
} from '../../assistant/index.ts';
import type { HeardUtterance } from './call-store.ts';

export type Danger = Extract<SingleReply, { outcome: 'emergency' }>;
type Heard = Awaited<ReturnType<Assistant['hear']>>;

/** What one utterance of the citizen says by its own words. */
export interface Reading {
  speech: HeardSpeech;
  callback: string | null;
  /** Whether it names a place. */
  placed: boolean;
}

/** What was worked out of words once and is not worked out again, however often the call is looked at. */
export interface Readings {
  words: Map<string, Reading>;
  dangers: Map<string, Danger | null>;
  requests: Map<string, Promise<Heard>>;
}

export const noReadings = (): Readings => ({ words: new Map(), dangers: new Map(), requests: new Map() });

export interface ReadingNeeds {
  assistant: Assistant;
  readings: Readings;
  callId: string;
  at: Date;
}

export function readWords(
  { text }: Pick<HeardUtterance, 'text'>,
  askedForNumber: boolean,
  needs: ReadingNeeds,
): Reading {
  return remembered(needs.readings.words, `${askedForNumber} ${text}`, () => {
    const speech = hearSpeech(text);
    const place = speech.text === '' ? null : needs.assistant.classify(speech.text, needs.at).place;
    return { speech, callback: hearCallback(text, askedForNumber), placed: (place?.text ?? null) !== null };
  });
}

/** Danger in an utterance, or in it together with the broken-off one before it. Raw words: nothing is mended before a cry for help. */
export function readDanger(text: string, before: string, needs: ReadingNeeds): Danger | null {
  const danger = (words: string) =>
    remembered(needs.readings.dangers, words, () => {
      const reply = needs.assistant.emergencyIn(words);
      return reply?.outcome === 'emergency' ? reply : null;
    });
  return danger(text) ?? (before === '' ? null : danger(`${before}，${text}`));
}

/** What an utterance asks for, after what was spoken of before it. */
export function readRequest(text: string, dialogue: Turn['dialogue'], needs: ReadingNeeds): Promise<Heard> {
  const { assistant, readings, callId, at } = needs;
  return remembered(readings.requests, `${JSON.stringify(dialogue)} ${text}`, () =>
    assistant.hear({ conversationId: callId, messageId: `${callId}-heard`, text, channel: 'hotline', at, dialogue }),
  );
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = find();
  known.set(key, value);
  return value;
}
