import { type Emergencies, findEmergencies } from '../../knowledge/index.ts';
import type { SingleReply } from '../reply.ts';

/**
 * Danger to life is answered before anything else is looked at, with the number to call. It reads the text as it was
 * typed: nothing may stand between a cry for help and its answer.
 */
export function guardEmergency(text: string, emergencies: Emergencies): SingleReply | null {
  const found = findEmergencies(text, emergencies);
  if (found.length === 0) return null;
  const numbers = [...new Set(found.flatMap(({ emergency }) => emergency.numbers))];
  return { outcome: 'emergency', text: found.map(({ emergency }) => emergency.say).join('\n'), numbers };
}
