import { cannedReplies } from '../canned-replies.ts';
import type { Skill } from '../skill.ts';
import { isCourtesy, isGreeting } from '../steps/courtesy.ts';

/** A kind word for greetings and thanks, and the truth about what is speaking. */
export const smallTalkSkill: Skill = {
  name: 'small-talk',
  async run({ asked, dialogue }) {
    if (isGreeting(asked)) return { reply: cannedReplies.greeting, dialogue };
    if (isCourtesy(asked) || /谢|辛苦|再见|拜拜|不用了|没事了|就这样/u.test(asked))
      return { reply: cannedReplies.thanked, dialogue };
    if (/你是谁|机器人|人工|真人|名字|你能|你可以|做什么/u.test(asked))
      return { reply: cannedReplies.aboutMe, dialogue };
    return { reply: cannedReplies.greeting, dialogue };
  },
};
