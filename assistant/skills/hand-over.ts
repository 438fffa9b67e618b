import { cannedReplies } from '../canned-replies.ts';
import type { Skill } from '../skill.ts';

/** Tells how to reach a person; this desk has no line of its own to put somebody through to. */
export const handOverSkill: Skill = {
  name: 'hand-over',
  run: async ({ dialogue }) => ({ reply: cannedReplies.handedOver, dialogue }),
};
