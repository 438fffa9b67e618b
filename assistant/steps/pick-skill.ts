import type { Knowledge, RoutingExample } from '../../knowledge/index.ts';
import type { DialogueState } from '../dialogue-state.ts';
import { asksProgress } from '../matters/pick-facets.ts';
import { type ResolvedMatter, resolveMatter } from '../matters/resolve-matter.ts';
import type { TextClassifier } from '../tickets/classify-text.ts';
import { isCourtesy } from './courtesy.ts';

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
  /** Kind of request by its words and cues; learnt from authored examples. */
  requests: TextClassifier;
  /** Complaint categories of a text, surest first. */
  categoriesOf: (text: string) => { category: string; p: number }[];
}

const handOver =
  /(?:转|找|要|换|接|叫)(?:一下|个)?(?:人工|真人|客服|活人|坐席|接线员)|人工(?:客服|服务|坐席)|不想跟机器/u;
// Who says that he wants to complain does, whatever else the words are like.
const statesComplaint =
  /(?:^|[，。！？])(?:我们?|还|也|就|你好)*(?:要|想)(?:来|跟你们|向你们)?(?:投诉|反映|举报|检举|反应(?:一|个|问))/u;
const complains =
  /投诉|举报|反映|没人管|没得人管|不管不问|扰民|吵得|睡不着|臭|乱停|占道|占用|坏了|不亮|垮|塌|漏水|停水|停电|堵|乱收费|拖欠|欠薪|跑路|态度|推诿|扯皮|要求(?:处理|解决|整改)|请(?:尽快)?(?:处理|解决|整改|查处)/u;

// 「不说那个了」 says that something else comes, and nothing of what.
const leaving =
  /^(?:算了|好[的了嘛]?|行|要得)?[，,]?(?:不(?:说|问|管)(?:这|那)个了?|(?:我)?(?:再|另外|还想)?(?:问|说|换)(?:个|点|一个|一下)?(?:别的|其他的?|另外的?)(?:事|问题)?)[，,。]?/u;

/** So sure a message must be of another kind to leave a complaint whose place or content was asked for. */
const sureToLeave = 0.9;
/** A message this short after a question on a matter goes on with it, whatever its few words sound like. */
const shortFollowUp = 16;
/** So surely a card must speak of a message to overrule what its words sound like. */
const sureOfMatter = 0.6;
/** Who asks in the words of a card is not complaining, if it speaks of the message as surely as this. */
const surerThanComplaint = 0.7;
/** Where it is as likely a question, half of that will do. */
const perhapsComplaint = 0.7;
const sureBesideComplaint = 0.45;
const badlyServed = /[两三四五六七八九十几\d](?:趟|道|回|次)|白跑|态度|刁难|推来推去|不受理|踢皮球|一直(?:拖|不)/u;
/** So likely a complaint a message must be to be taken for one where no card speaks of it. */
const likelyComplaint = 0.25;
const asks = /[吗么呢不没][？?。]?$|[？?]$|怎么|咋|如何|什么|啥|哪|多少|几|多久|谁|能不能|可不可以|是不是|有没有/u;

/** Which skill a request is for. */
export async function pickSkill(text: string, dialogue: DialogueState, needs: RouterNeeds, on: string): Promise<Route> {
  if (handOver.test(text)) return sure('hand_over', null);
  const ranked = needs.requests.predict(text.replace(leaving, '')) as { label: RoutingExample['kind']; p: number }[];
  const isKind = isCourtesy(text);
  if (!isKind && (statesComplaint.test(text) || answersTicketQuestion(dialogue, ranked[0]!)))
    return sure('complaint', needs.categoriesOf(text)[0]?.category ?? null);
  const resolved = await resolveMatter(text, dialogue, needs.knowledge, on);
  if (isKind && !answersBranch(dialogue, resolved)) return sure('chitchat', null);
  if (continuesMatter(text, dialogue, resolved, ranked[0]!)) return sure('matter', dialogue.matter!.id);

  if (dialogue.document && resolved.found === 'unnamed') return sure('matter', null);
  if (waitsForMatter(text, resolved, ranked[0]!)) return sure('matter', resolved.ids[0] ?? null);

  const { ids } = resolved;
  const labels: Partial<Record<RequestKind, string[]>> = {
    matter: ids,
    complaint: needs.categoriesOf(text).map(({ category }) => category),
  };
  return asSureAsTheCard(toRoute(inOrder(text, resolved, ranked), labels), resolved);
}

function toRoute(
  ranked: readonly { label: RequestKind; p: number }[],
  labels: Partial<Record<RequestKind, string[]>>,
): Route {
  const [first, second] = ranked;
  const { label: kind, p: confidence } = first!;
  const [label = null, ...others] = labels[kind] ?? [];
  const next = second?.label ?? kind;
  return {
    kind,
    label,
    confidence,
    alternatives: [
      ...others.slice(0, 4).map((other) => ({ kind, label: other })),
      { kind: next, label: labels[next]?.[0] ?? null },
    ],
  };
}

function sure(kind: RequestKind, label: string | null): Route {
  return { kind, label, confidence: 1, alternatives: [] };
}

/** What comes after 「在哪里」 or 「什么事」 is the answer, unless it is plainly a question about a matter. */
function answersTicketQuestion({ asked }: DialogueState, likeliest: { label: RequestKind; p: number }): boolean {
  if (asked?.kind !== 'ticket_place' && asked?.kind !== 'ticket_content') return false;
  return likeliest.label !== 'matter' || likeliest.p < sureToLeave;
}

/** A message that goes on with the matter last spoken of, unless it complains or is surely something else. */
function continuesMatter(
  text: string,
  { matter, asked }: DialogueState,
  resolved: ResolvedMatter,
  likeliest: { label: RequestKind; p: number },
): boolean {
  if (!matter || resolved.found !== 'one' || resolved.card.id !== matter.id || complains.test(text)) return false;
  if (answersBranch({ asked }, resolved)) return true;
  return likeliest.label === 'matter' || text.length <= shortFollowUp || likeliest.p < sureToLeave;
}

/** Says how it stands with the situation that was asked about. */
function answersBranch({ asked }: DialogueState, resolved: ResolvedMatter): boolean {
  if (asked?.kind !== 'matter_branch' || resolved.found !== 'one') return false;
  return Object.keys(resolved.answers).includes(asked.question);
}

/** 「我的证办好没得」 asks, and complains of nobody. */
function waitsForMatter(
  text: string,
  { found }: ResolvedMatter,
  likeliest: { label: RequestKind; p: number },
): boolean {
  if (likeliest.label !== 'complaint' && likeliest.p >= sureToLeave) return likeliest.label === 'matter';
  return (
    asksProgress(text) &&
    (found === 'one' || found === 'unnamed') &&
    !complains.test(text) &&
    !/投诉|工单|诉求/u.test(text)
  );
}

/** What the words take for something else is a question about a matter all the same where a card surely speaks of it. */
function speaksOfMatter(text: string, resolved: ResolvedMatter, likeliest: { label: RequestKind; p: number }): boolean {
  if (resolved.found !== 'one' || likeliest.p >= sureToLeave || likeliest.label === 'matter') return false;
  if (likeliest.label !== 'complaint') return resolved.sureness >= sureOfMatter;
  const needed = likeliest.p < perhapsComplaint ? sureBesideComplaint : surerThanComplaint;
  return resolved.sureness >= needed && asks.test(text) && !complains.test(text) && !badlyServed.test(text);
}

/** A question is as sure as its words, or as the card that speaks of it. */
function asSureAsTheCard(route: Route, resolved: ResolvedMatter): Route {
  if (route.kind !== 'matter' || resolved.found !== 'one') return route;
  return { ...route, confidence: Math.max(route.confidence, Math.min(0.95, resolved.sureness)) };
}

/** What the words say, put right by whether a card speaks of the message. */
function inOrder(
  text: string,
  resolved: ResolvedMatter,
  ranked: readonly { label: RequestKind; p: number }[],
): readonly { label: RequestKind; p: number }[] {
  const [first, second] = ranked;
  if (speaksOfMatter(text, resolved, first!)) return moved(ranked, 'matter');
  const isNoMatter = first!.label === 'matter' && resolved.found === 'none';
  return isNoMatter && second?.label === 'complaint' && second.p >= likelyComplaint
    ? moved(ranked, 'complaint')
    : ranked;
}

function moved(ranked: readonly { label: RequestKind; p: number }[], to: RequestKind) {
  return [...ranked].sort((left, right) => Number(right.label === to) - Number(left.label === to));
}
