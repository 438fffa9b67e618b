import type { ComplaintCategory, Urgency } from '../../knowledge/index.ts';
import { urgencies } from '../../knowledge/index.ts';

/** Words that say the danger is over or only feared; a trigger word right after them does not count. */
const notNow = '(?:没有?|没得|不是|并未|未|去年|前年|上个月|曾经|以前|防止|避免|怕|担心)';

/** Many people concerned, or people already hurt: one step more urgent, whatever the category. */
const graver =
  /(?:[几数]百|上百|上千|[几数]千)(?:户|人|家|号人)|(?:有人|老人|孩子|娃儿|婆婆)(?:已经)?(?:受伤|摔伤|砸伤|摔骨折)|骨折/u;

/** How soon the complaint must be met: the category's own grade, or a more urgent one for words that were said. */
export function gradeUrgency(text: string, category: ComplaintCategory): Urgency {
  const said = category.urgentWhen.filter(({ when }) => when.some((word) => isSaidOf(text, word)));
  const grades = [category.urgency, ...said.map(({ grade }) => grade)];
  const graded = urgencies.find((grade) => grades.includes(grade)) ?? category.urgency;
  return graver.test(text) ? oneStepUp(graded) : graded;
}

function isSaidOf(text: string, word: string): boolean {
  if (!text.includes(word)) return false;
  const denied = text.match(new RegExp(`${notNow}[^，。！？]{0,3}${escaped(word)}`, 'gu'))?.length ?? 0;
  return text.split(word).length - 1 > denied;
}

/** U0 is for emergencies alone and is never reached by counting people. */
function oneStepUp(grade: Urgency): Urgency {
  const steps: Record<Urgency, Urgency> = { U0: 'U0', U1: 'U1', U2: 'U1', U3: 'U2', U4: 'U3' };
  return steps[grade];
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
