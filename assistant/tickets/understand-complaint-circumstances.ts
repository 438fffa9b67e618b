import { readNumber } from '../language/numerals.ts';
import type { TicketDraft } from './ticket.ts';

type Circumstances = Required<Pick<TicketDraft, 'happened' | 'affected' | 'harm'>>;

const day =
  '(?:今天|今早|今晚|昨天|昨晚|昨日|昨夜|前天|前晚|大前天|上周|上个?月|本周|这周|这个?月|去年|周[一二三四五六日天末])';
const hour = '(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜|夜间)';
const clock = '(?:[零一二两三四五六七八九十\\d]{1,3}(?:点半?|时)(?:[零一二三四五六七八九十\\d]{1,3}分)?)';
const date = '(?:(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}[日号])?)';
const recurring = new RegExp(
  `(?:每天|天天|每晚|每日|每周|每到|长期|经常|一直|连续[^，。]{1,6}(?:天|周|个?月|年))(?:${hour})?(?:${clock})?`,
  'u',
);
const once = new RegExp(`(?:${date}|${day})(?:${hour})?(?:${clock})?|${hour}(?:${clock})`, 'u');

const counted =
  /(?<number>[\d.]+|[零一二两三四五六七八九十百千万]{1,6})?(?<about>[多几余]?)(?:来)?(?<unit>户|户人家|户家庭|名业主|户业主|位业主|个业主|位家长|名家长|个家长|名学生|个学生|人|号人|口人)/gu;
const vague: Record<string, number> = { 几十: 20, 几百: 200, 上百: 100, 上千: 1000, 数百: 200, 数十: 20, 几千: 2000 };

const harms = [
  ['injury', /受伤|摔伤|摔倒|摔骨折|骨折|咬伤|砸伤|烫伤|烧伤|撞伤|流血|被打/u],
  ['illness', /咳嗽|头[晕昏痛疼]|恶心|呕吐|拉肚子|腹泻|过敏|流鼻血|喉咙痛|中毒|失眠|神经衰弱|发烧/u],
  [
    'property',
    /损失|被骗|卷款|跑路|砸(?:坏|烂)|泡(?:坏|水)|轮胎[^，。]{0,3}[爆扎]|开裂|被偷|被盗|多收|乱收费|不退(?:钱|款|费|押金)?/u,
  ],
] as const;

/** Words that make of a harm one that is feared, or wished away. */
const onlyFeared = /(?:怕|担心|避免|防止|以免|万一|容易|可能会?|差点)[^，。！？]{0,8}$/u;

/** When it happened, how many people it concerns and what harm was done, as far as the words say. */
export function circumstancesOf(content: string): Circumstances {
  return { happened: happenedIn(content), affected: affectedIn(content), harm: harmIn(content) };
}

function happenedIn(content: string): Circumstances['happened'] {
  const again = content.match(recurring)?.[0];
  if (again) return { text: again, recurring: true };
  const single = content.match(once)?.[0];
  return single ? { text: single, recurring: false } : null;
}

/** The largest group that is named; a lower bound where the words are vague (几百户 are at least 200). */
function affectedIn(content: string): Circumstances['affected'] {
  const found = [...content.matchAll(counted)].flatMap(({ 0: text, index, groups }) => {
    const atLeast = groups?.number === undefined ? null : readNumber(groups.number);
    return atLeast !== null && atLeast >= 2 ? [{ text, atLeast, index }] : [];
  });
  for (const [word, atLeast] of Object.entries(vague)) {
    const said = content.match(new RegExp(`${word}(?:多)?(?:户|人|名|位|个|家)[^，。；！]{0,2}`, 'u'));
    if (said) found.push({ text: said[0], atLeast, index: said.index ?? 0 });
  }
  const [largest] = found.sort((a, b) => b.atLeast - a.atLeast);
  return largest ? { text: largest.text, atLeast: largest.atLeast } : null;
}

function harmIn(content: string): Circumstances['harm'] {
  for (const [kind, pattern] of harms) {
    const said = content.match(pattern);
    if (!said) continue;
    const feared = onlyFeared.test(content.slice(0, said.index));
    return { kind, text: said[0], feared };
  }
  return null;
}
