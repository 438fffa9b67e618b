import { cannedReplies } from '../canned-replies.ts';
import type { Skill } from '../skill.ts';

/** Declines kindly, with where to turn instead. */
export const outOfScopeSkill: Skill = {
  name: 'out-of-scope',
  run: async ({ asked, dialogue }) => ({
    reply: /法院|官司|诉讼|仲裁|纪委|检察院/u.test(asked) ? cannedReplies.courts : cannedReplies.notInScope,
    dialogue,
  }),
};
