import { cannedReplies } from '../canned-replies.ts';
import type { Skill } from '../skill.ts';

/** A kind word for greetings and thanks, and the truth about what is speaking. */
export const smallTalkSkill: Skill = {
  name: 'small-talk',
  async run({ asked, dialogue }) {
    if (/谢|辛苦|再见|拜拜|不用了|没事了|就这样|好的|要得|晓得|知道了|^ok/iu.test(asked))
      return { reply: cannedReplies.thanked, dialogue };
    if (/你是谁|机器人|人工|真人|名字|你能|你可以|做什么/u.test(asked))
      return { reply: cannedReplies.aboutMe, dialogue };
    return { reply: cannedReplies.greeting, dialogue };
  },
};
