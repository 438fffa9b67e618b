import type { Knowledge, RoutingExample } from '../../knowledge/index.ts';
import type { DialogueState } from '../dialogue-state.ts';
import { answersIn } from '../matters/pick-branches.ts';
import { pickFacets } from '../matters/pick-facets.ts';
import { type MatterCandidate, pickMatter } from '../matters/pick-matter.ts';
import type { TextClassifier } from '../tickets/classify-text.ts';

export type RequestKind = RoutingExample['kind'] | 'hand_over';

/** What one request wants, and which matter or complaint category it is about. */
export interface Route {
  kind: RequestKind;
  label: string | null;
  confidence: number;
  alternatives: { kind: RequestKind; label: string | null }[];
}

export interface RouterNeeds {
  knowledge: Knowledge;
  /** Kind of request by its words; learnt from authored examples. */
  requests: TextClassifier;
  /** Complaint categories of a text, surest first. */
  categoriesOf: (text: string) => { category: string; p: number }[];
}

const handOver =
  /(?:转|找|要|换|接|叫)(?:一下|个)?(?:人工|真人|客服|活人|坐席|接线员)|人工(?:客服|服务|坐席)|不想跟机器/u;
const opensComplaint = /^(?:我)?(?:要|想)(?:投诉|反映|举报|反应)(?:一个|个|一下|一哈)?(?:问题|事情|情况)?[。！!，,]?$/u;
const complains =
  /投诉|举报|反映|没人管|没得人管|不管不问|扰民|吵得|睡不着|臭|乱停|占道|占用|坏了|不亮|垮|塌|漏水|停水|停电|堵|乱收费|拖欠|欠薪|跑路|态度|推诿|扯皮|要求(?:处理|解决|整改)|请(?:尽快)?(?:处理|解决|整改|查处)/u;
const asksHow =
  /怎么(?:办|申请|弄|交|取|领|报)|如何(?:办|申请)|要(?:什么|啥|哪些)|需要(?:什么|哪些)|什么(?:材料|条件|手续)|材料|条件|流程|多久|在哪(?:里)?办|去哪(?:里)?办|能不能办|可以办/u;
const otherCities =
  /北京|上海|天津|广州|深圳|成都|杭州|南京|武汉|西安|苏州|长沙|郑州|昆明|贵阳|青岛|厦门|广东|浙江|江苏|湖南|湖北|河南|河北|山东|云南|贵州|陕西/u;

/** Which skill a request is for. */
export async function pickSkill(text: string, dialogue: DialogueState, needs: RouterNeeds, on: string): Promise<Route> {
  if (handOver.test(text)) return sure('hand_over', null);
  if (dialogue.asked?.kind === 'ticket_place' || dialogue.asked?.kind === 'ticket_content' || opensComplaint.test(text))
    return sure('complaint', needs.categoriesOf(text)[0]?.category ?? null);
  if (continuesMatter(text, dialogue, needs.knowledge, on)) return sure('matter', dialogue.matter!.id);

  const { candidates } = await pickMatter(text, needs.knowledge, on);
  const [kind, confidence, second] = kindOf(text, candidates, needs.requests);
  const labels = {
    matter: candidates.map(({ card }) => card.id),
    complaint: needs.categoriesOf(text).map(({ category }) => category),
  };
  const labelsOf = (of: RequestKind) => (of === 'matter' || of === 'complaint' ? labels[of] : []);
  const [label = null, ...others] = labelsOf(kind);
  return {
    kind,
    label,
    confidence,
    alternatives: [
      ...others.slice(0, 4).map((other) => ({ kind, label: other })),
      { kind: second, label: labelsOf(second)[0] ?? null },
    ],
  };
}

function sure(kind: RequestKind, label: string | null): Route {
  return { kind, label, confidence: 1, alternatives: [] };
}

/** An answer to the desk's own question, or a short follow-up that names no other matter. */
function continuesMatter(text: string, { matter, asked }: DialogueState, knowledge: Knowledge, on: string): boolean {
  const card = matter && knowledge.matters.find(matter.id, on);
  if (!card || complains.test(text)) return false;
  const answers = Object.keys(answersIn(text, card)).length > 0;
  return (
    (answers && text.length <= 30) ||
    (text.length <= 14 && pickFacets(text).length > 0) ||
    (asked?.kind === 'matter_branch' && text.length <= 8)
  );
}

/**
 * The kind by learnt words, moved by evidence that words alone do not carry: the name of a matter in the question, a
 * way of asking or of complaining, another city. Weights are in log-odds.
 */
function kindOf(
  text: string,
  candidates: readonly MatterCandidate[],
  requests: TextClassifier,
): [RequestKind, number, RequestKind] {
  const logOdds = new Map<RequestKind, number>(
    requests.predict(text).map(({ label, p }) => [label as RequestKind, Math.log(Math.max(p, 1e-4))]),
  );
  const add = (kind: RequestKind, weight: number) => logOdds.set(kind, (logOdds.get(kind) ?? Math.log(1e-4)) + weight);
  const [best] = candidates;
  if (best?.name) add('matter', Math.min(3, 0.6 * best.name.length));
  if (best && best.covered >= 0.6) add('matter', 1);
  if (best && !best.name && best.covered < 0.3) add('matter', -1);
  if (asksHow.test(text)) add('matter', 1.5);
  if (complains.test(text)) add('complaint', 1.5);
  if (otherCities.test(text) && !/重庆|本市|我们?这边|迁|转(?:到|来|回)|外地|人在/u.test(text)) add('out_of_scope', 2);
  const ranked = [...logOdds].sort(([, left], [, right]) => right - left);
  const total = ranked.reduce((sum, [, value]) => sum + Math.exp(value), 0);
  const [first, second] = ranked;
  return [first![0], Math.exp(first![1]) / total, second?.[0] ?? first![0]];
}
