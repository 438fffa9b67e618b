import { emptyDialogue, hearEcho, type SingleReply, type Turn, toldItems } from '../../assistant/index.ts';
import type { HeardUtterance } from './call-store.ts';
import { type Danger, type ReadingNeeds, readDanger, readRequest, readWords } from './read-utterance.ts';

/** A stretch of speech with the numbers of its utterances. */
export interface Said {
  text: string;
  heardIn: number[];
}

export interface HeardAnswer {
  reply: SingleReply;
  question: Said;
  confidence: number;
}

/** A call so far, put together from its utterances. */
export interface Gathered {
  dangers: { danger: Danger; heardIn: number[] }[];
  /** Answers on matters, the latest last; one for each matter. */
  answers: HeardAnswer[];
  /** What is complained of, utterance by utterance. */
  complaint: Said[];
  /** How surely anything is complained of, 0 to 1. */
  complains: number;
  /** Words that name the place, what was taken back left out. */
  where: Said;
  callback: { number: string; heardIn: number[] } | null;
  /** What was said and belongs to nothing yet. */
  open: Said;
  /** Something that is not for this city's line. */
  outOfScope: Said | null;
}

interface Gathering extends Gathered {
  dialogue: Turn['dialogue'];
  previous: string;
  operatorSaid: string;
}

/** A broken-off beginning longer than this is a sentence of its own. */
const longestOpen = 60;
/** So surely an utterance is a question before it is answered, or a complaint before a ticket is begun. */
const sureEnough = 0.5;
const sureComplaint = 0.55;

/** Folds the utterances of a call. Each is read once, in whatever order they came in; putting them together is cheap. */
export async function gatherCall(utterances: readonly HeardUtterance[], needs: ReadingNeeds): Promise<Gathered> {
  const call: Gathering = {
    dangers: [],
    answers: [],
    complaint: [],
    complains: 0,
    where: { text: '', heardIn: [] },
    callback: null,
    open: { text: '', heardIn: [] },
    outOfScope: null,
    dialogue: emptyDialogue,
    previous: '',
    operatorSaid: '',
  };
  for (const utterance of utterances) {
    if (utterance.speaker === 'operator') {
      if (utterance.final) call.operatorSaid = utterance.text;
      continue;
    }
    noteDanger(call, utterance, needs);
    // What a recogniser still changes its mind about warns, and does nothing else.
    if (utterance.final) await noteUtterance(call, utterance, needs);
  }
  return call;
}

function noteDanger(call: Gathering, { text, sequence, final }: HeardUtterance, needs: ReadingNeeds): void {
  const before = call.previous.length > 40 ? '' : call.previous;
  const danger = readDanger(text, before, needs);
  if (final) call.previous = text;
  if (!danger) return;
  const known = call.dangers.find((one) => one.danger.text === danger.text);
  if (known) known.heardIn.push(sequence);
  else call.dangers.push({ danger, heardIn: [sequence] });
}

async function noteUtterance(call: Gathering, utterance: HeardUtterance, needs: ReadingNeeds): Promise<void> {
  const { sequence } = utterance;
  const asked = call.operatorSaid;
  const { speech, callback, placed } = readWords(utterance, /电话|号码|联系方式/u.test(asked), needs);
  if (callback !== null) call.callback = { number: callback, heardIn: [sequence] };
  if (speech.agrees) noteAgreement(call, sequence, needs);
  if (speech.text === '') return;
  call.operatorSaid = '';
  if (placed) notePlace(call, { text: speech.text, heardIn: [sequence] }, speech.takesBack || speech.denies);
  const isNumberOnly = callback !== null && speech.text.replace(/[\d\p{P}\s]/gu, '').length < 6;
  if (!isNumberOnly) await noteRequest(call, { text: speech.text, heardIn: [sequence] }, placed, needs);
}

/** 「是渝北区龙溪街道对吧」「对」: what the operator said back counts as said. */
function noteAgreement(call: Gathering, sequence: number, needs: ReadingNeeds): void {
  const echo = hearEcho(call.operatorSaid);
  if (echo === null) return;
  const { callback, placed } = readWords({ text: echo }, true, needs);
  if (callback !== null) call.callback = { number: callback, heardIn: [sequence] };
  else if (placed) notePlace(call, { text: echo, heardIn: [sequence] }, false);
}

function notePlace(call: Gathering, said: Said, replaces: boolean): void {
  call.where = replaces
    ? said
    : { text: join(call.where.text, said.text), heardIn: [...call.where.heardIn, ...said.heardIn] };
}

/** Puts what was said where it belongs: to a question, to the complaint, or aside until more is said. */
async function noteRequest(call: Gathering, said: Said, placed: boolean, needs: ReadingNeeds): Promise<void> {
  const whole = { text: join(call.open.text, said.text), heardIn: [...call.open.heardIn, ...said.heardIn] };
  const { route, answer } = await readRequest(whole.text, call.dialogue, needs);
  // What is demanded once something is complained of belongs to the complaint, whatever matter was asked about before.
  const demands = call.complaint.length > 0 && toldItems(said.text).length > 0;
  const isAnswered = answer !== null && hasAnswer(answer.reply) && !demands;
  if (isAnswered && route.confidence >= sureEnough && !(call.complaint.length > 0 && placed)) {
    call.dialogue = answer.dialogue;
    noteAnswer(call, { reply: answer.reply, question: whole, confidence: route.confidence });
    call.open = nothingSaid;
  } else if (route.kind === 'complaint' && (call.complains > 0 || route.confidence >= sureComplaint)) {
    call.complaint.push(whole);
    call.complains = Math.max(call.complains, route.confidence);
    call.open = nothingSaid;
  } else if (call.complaint.length > 0) call.complaint.push(said);
  else {
    if (route.kind === 'out_of_scope' && route.confidence >= sureEnough) call.outOfScope = said;
    call.open = whole.text.length <= longestOpen ? whole : said;
  }
}

const nothingSaid: Said = { text: '', heardIn: [] };

const hasAnswer = ({ outcome }: SingleReply) =>
  outcome === 'answered' || outcome === 'partial' || outcome === 'clarifying';

function noteAnswer(call: Gathering, answer: HeardAnswer): void {
  const idOf = ({ reply }: HeardAnswer) => ('matter' in reply ? reply.matter?.id : undefined);
  call.answers = [...call.answers.filter((one) => idOf(one) !== idOf(answer)), answer];
}

const join = (left: string, right: string) => (left === '' ? right : `${left}，${right}`);
