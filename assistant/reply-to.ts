import { cannedReplies } from './canned-replies.ts';
import type { DialogueState } from './dialogue-state.ts';
import type { Reply, SingleReply } from './reply.ts';
import type { AskedTurn, Skill, SkillResult } from './skill.ts';
import type { Route } from './steps/pick-skill.ts';
import type { Trace } from './trace.ts';
import type { Turn } from './turn.ts';

/** The steps of a turn, in the order in which they are taken. Each is a plain function of its arguments. */
export interface Steps {
  guardEmergency(text: string): SingleReply | null;
  refuseUnsafe(text: string): SingleReply | null;
  /** Several requests in one message, in order. */
  split(text: string): string[];
  /** Personal data masked, width and dialect made standard. */
  normalise(text: string): string;
  pickSkill(asked: string, turn: Turn, dialogue: DialogueState): Promise<{ route: Route; skill: Skill }>;
  checkReply(reply: SingleReply): SingleReply;
  /** A number to say first, where a message sounds like danger that the guard did not know for sure. */
  perhapsDanger(text: string): SingleReply | null;
}

export interface Answer {
  reply: Reply;
  /** What to remember for the next turn. */
  dialogue: DialogueState;
  trace: Trace;
}

/** The whole of a turn, top to bottom. */
export async function replyTo(turn: Turn, steps: Steps, onDelta?: (text: string) => void): Promise<Answer> {
  const startedAt = performance.now();
  const asked = steps.normalise(turn.text);
  const guarded = steps.guardEmergency(turn.text);
  if (guarded) return ending(guarded, turn.dialogue, guardTrace(asked, 'emergency', startedAt));
  if (turn.withPerson) return delivered(turn, asked, startedAt, steps);
  const refusal = steps.refuseUnsafe(turn.text);
  if (refusal) return ending(refusal, turn.dialogue, guardTrace(asked, 'injection', startedAt));

  const requests = await sortRequests(turn, asked, steps);
  const results: SkillResult[] = [];
  let dialogue = turn.dialogue;
  for (const [index, { text, request, skill }] of requests.entries()) {
    const messageId = partId(turn.messageId, index);
    const whole = requests.length > 1 ? { whole: turn.text } : {};
    const part: AskedTurn = { ...turn, ...whole, text, asked: request, dialogue, messageId };
    const result = await skill.run(part, onDelta);
    results.push({ ...result, reply: steps.checkReply(result.reply) });
    dialogue = result.dialogue;
  }
  const [{ route, skill }] = requests as [Request, ...Request[]];
  const kind =
    requests.length > 1 ? { kind: 'multi', label: null, confidence: route.confidence, alternatives: [] } : route;
  const traces = Object.assign({}, ...results.map(({ trace }) => trace).reverse()) as Partial<Trace>;
  const trace: Trace = {
    engine: 'built-in',
    ...traces,
    asked,
    skill: skill.name,
    route: kind,
    elapsedMs: performance.now() - startedAt,
  };
  const replies = results.map(({ reply }) => reply);
  const first = steps.perhapsDanger(turn.text);
  return ending(joined(first ? [first, ...replies] : replies), dialogue, trace);
}

/** What a person is there to answer: the numbers where it sounds like danger, and that the message is with them. */
function delivered(turn: Turn, asked: string, startedAt: number, { perhapsDanger }: Steps): Answer {
  const first = perhapsDanger(turn.text);
  const reply = joined(first ? [first, cannedReplies.withPerson] : [cannedReplies.withPerson]);
  return ending(reply, turn.dialogue, guardTrace(asked, 'hand_over', startedAt));
}

interface Request {
  text: string;
  request: string;
  route: Route;
  skill: Skill;
}

/**
 * The requests of a message with the skill of each. Neighbours that want the same thing are one request after all:
 * 「上户口要什么材料？要多久？」 is one question about one matter.
 */
async function sortRequests(turn: Turn, asked: string, steps: Steps): Promise<Request[]> {
  const sort = async (text: string): Promise<Request> => {
    const request = text === turn.text ? asked : steps.normalise(text);
    return { text, request, ...(await steps.pickSkill(request, turn, turn.dialogue)) };
  };
  // Most messages are one request, whose only part is the whole: it is sorted once.
  const sorted = new Map<string, Promise<Request>>();
  const toRequest = (text: string): Promise<Request> => {
    const request = sorted.get(text) ?? sort(text);
    sorted.set(text, request);
    return request;
  };
  const parts = await Promise.all(steps.split(turn.text).map(toRequest));
  const texts = withoutBareAsking(parts);
  const requests = texts.length === parts.length ? parts : await Promise.all(texts.map(toRequest));
  const kinds = new Set(requests.map(({ route }) => `${route.kind}/${route.label}`));
  const worthKeeping = requests.every(({ route }) => route.kind === 'matter' || route.kind === 'complaint');
  return kinds.size > 1 && worthKeeping ? requests : [await toRequest(turn.text)];
}

/** The texts of the requests; 「要多久？」, which names nothing, asks on about what stands before it. */
function withoutBareAsking(requests: readonly Request[]): string[] {
  const texts: string[] = [];
  for (const { text, route } of requests) {
    const goesOn = texts.length > 0 && route.kind === 'matter' && route.label === null;
    if (goesOn) texts.push(texts.pop() + text);
    else texts.push(text);
  }
  return texts;
}

/** A message's first request carries its id, so that a message with one request files under the id itself. */
function partId(messageId: string, index: number): string {
  return index === 0 ? messageId : `${messageId}/${index + 1}`;
}

function joined(replies: SingleReply[]): Reply {
  const [first, ...others] = replies as [SingleReply, ...SingleReply[]];
  if (others.length === 0) return first;
  return { outcome: 'several', text: replies.map(({ text }, index) => `${index + 1}. ${text}`).join('\n\n'), replies };
}

function guardTrace(asked: string, kind: string, startedAt: number): Trace {
  const route = { kind, confidence: 1, alternatives: [] };
  return { asked, skill: null, engine: 'built-in', route, elapsedMs: performance.now() - startedAt };
}

function ending(reply: Reply, dialogue: DialogueState, trace: Trace): Answer {
  return { reply, dialogue, trace };
}
