import type { SemanticModel, Subject } from '../../knowledge/index.ts';
import type { Option } from '../reply.ts';
import type { DataQuery } from './data-query.ts';
import { applyFollowUp, isFollowUp } from './follow-up.ts';
import { asksForRows, parseRows } from './parse-rows.ts';
import { pickFacts } from './pick-facts.ts';
import { pickSubject } from './pick-subject.ts';
import { type Reading, readQuestion } from './read-question.ts';
import { absentTopic, type Declined, notData, refuseQuestion } from './refuse-question.ts';
import { mark, type Sketch, sketchQuestion } from './sketch-question.ts';
import { type Assumption, type FilledPlan, toPlan } from './to-plan.ts';
import { asksUndo, nameShownRow, type ShownRows, withoutGreeting } from './word-question.ts';

export interface DataContext {
  model: SemanticModel;
  now: Date;
  /** The plan of the question before, for 「那环比呢」. */
  previous?: DataQuery | undefined;
  /** The plans before that, the latest first, for 「撤销」. */
  earlier?: readonly DataQuery[] | undefined;
  /** What the rows shown last were named by, for 「第二个呢」. */
  shown?: ShownRows | undefined;
  /** The asking cadre's own district, for 「我区」; null has none. */
  home?: string | null;
}

export type ParsedDataQuestion =
  | {
      outcome: 'plan';
      plan: DataQuery;
      assumptions: Assumption[];
      uncovered: string[];
      confidence: number;
      /** The plan was taken back to, and is not a new step. */
      isUndo?: boolean;
    }
  | { outcome: 'clarifying'; text: string; options: Option[] }
  | Declined;

/** Fills a plan from a Chinese question with no model and no network: what it says, then what may be assumed, said as such. */
export function parseDataQuestion(said: string, context: DataContext): ParsedDataQuestion {
  if (asksUndo(said)) return goBack(context);
  const text = nameShownRow(withoutGreeting(said), context.shown ?? []);
  if (text === null)
    return { outcome: 'clarifying', text: '上面的结果里没有这一行，请说出名称，或者换一行。', options: [] };
  return parseWorded(text, context);
}

function goBack({ earlier = [] }: DataContext): ParsedDataQuestion {
  const [plan] = earlier;
  if (plan) return { outcome: 'plan', plan, assumptions: [], uncovered: [], confidence: 1, isUndo: true };
  return { outcome: 'clarifying', text: '没有可以撤销的上一步，请直接提问。', options: [] };
}

function parseWorded(text: string, context: DataContext): ParsedDataQuestion {
  const { model, now, previous } = context;
  const sketch = sketchQuestion(text, model, now);
  const refused = refuseQuestion(sketch, model);
  if (refused) return refused;
  const facts = pickFacts(text, model, now, previous?.subject);
  if (facts?.outcome === 'ambiguous') return askSubject(sketch, facts.said, facts.subjects);
  if (facts) return parseAbout(facts.subject, text, context);
  const picked = pickSubject(sketch, model, previous?.subject);
  if (picked.outcome === 'none' || !isAboutData(sketch, previous))
    return absentTopic(sketch, model) ?? askOrDecline(sketch, model, text);
  if (picked.outcome === 'ambiguous') return askSubject(sketch, picked.said, picked.subjects);
  const unsupported = notSupported(sketch);
  if (unsupported) return unsupported;
  const absent = saysNothingOf(picked.subject, sketch) ? absentTopic(sketch, model) : null;
  return absent ?? parseAbout(picked.subject, text, context);
}

function parseAbout(
  subject: Subject,
  text: string,
  { model, now, previous, home = null }: DataContext,
): ParsedDataQuestion {
  const sketch = sketchQuestion(text, model, now, subject);
  if (asksForRows(sketch, subject)) return parseFacts(sketch, subject, model);
  const reading = readQuestion(sketch, subject, model, home);
  if (reading.time.unclear.length > 0) return askTime(sketch, reading);
  if (reading.isHomeless) {
    return { outcome: 'clarifying', text: '您的账号不属于某一个区县，「我区」指哪个区县？请写出名称。', options: [] };
  }
  const unknown = reading.uncovered.find(isTelling);
  if (unknown) return askToLeaveOut(sketch, unknown);
  const filled = isFollowUp(sketch, reading, previous)
    ? applyFollowUp(previous, reading, sketch, now)
    : toPlan(reading, now);
  const confidence = confidenceOf(filled, reading);
  return { outcome: 'plan', ...withNotes(filled, reading, sketch), uncovered: reading.uncovered, confidence };
}

/** A question that facts can be found for; what was not understood of it is asked about rather than left out. */
function parseFacts(sketch: Sketch, subject: Subject, model: SemanticModel): ParsedDataQuestion {
  const { filled, uncovered } = parseRows(sketch, subject, model);
  const unknown = uncovered.find(isTelling);
  if (unknown) return askToLeaveOut(sketch, unknown);
  if (!filled) {
    const names = subject.listColumns.map(({ label }) => label).join('、');
    return { outcome: 'clarifying', text: `想看${subject.label}的哪一项？可以问：${names}。`, options: [] };
  }
  const confidence = Math.max(
    0,
    Math.round((1 - 0.2 * uncovered.length - 0.03 * filled.assumptions.length) * 100) / 100,
  );
  return { outcome: 'plan', ...filled, uncovered, confidence };
}

const perPeriod = /日均|月均|周均|年均|平均每一?个?(?:天|日|周|月|季度|年)|每一?个?(?:天|日|周|月|季度|年)平均/;
const without = new RegExp(
  `(?<!有)(?:没有|没得|无|零)(?=${mark.subject}|${mark.metric})(?!${mark.metric}过?的[${mark.subject}${mark.metric}])`,
);

const partOfDay = /周末|工作日|双休日|节假日|凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜间|夜里|深夜|白天|几点/;
const whichPlace = /排(?:名|在|到)?(?:全市)?第几|第几名|第几位|名次是?多少|排名多少/;

/** What would come out as another figure than the one asked for is asked about instead. */
function notSupported({ folded, text }: Sketch): ParsedDataQuestion | null {
  // A time that was understood (上周末) is a mark by now.
  const moment = partOfDay.exec(text)?.[0];
  if (moment) return leftOut(folded, moment, `还不能只看「${moment}」的数，去掉它再查？`);
  const place = whichPlace.exec(folded)?.[0];
  if (place) {
    const options = [{ label: '看各区县排名', send: `${folded.replace(place, '')}各区县排名` }];
    return { outcome: 'clarifying', text: '还不能直接说排第几，可以看全部排名。', options };
  }
  const average = perPeriod.exec(folded)?.[0];
  if (average) {
    const unit = /[日天]/.test(average)
      ? '每天'
      : /周/.test(average)
        ? '每周'
        : /季/.test(average)
          ? '每季度'
          : /年/.test(average)
            ? '每年'
            : '每月';
    const options = [{ label: `看${unit}的数`, send: folded.replace(average, unit) }];
    return { outcome: 'clarifying', text: `还不能直接算「${average}」，可以先看${unit}的数。`, options };
  }
  if (!without.test(text)) return null;
  return {
    outcome: 'clarifying',
    text: '还不能直接查“一件也没有”的，可以看全部排名，没有列出的就是没有。',
    options: [],
  };
}

const asksFigure =
  /多少|几件|几个|数量|排名|占比|统计|同比|环比|趋势|走势|最多|最少|平均|总数|数据|率|最[快慢]|办得|办理/;

/** 「怎么办理居住证」 asks for the way, and no figure. */
const howTo = /(?:怎么|如何|怎样|咋个?|哪里|在哪)(?:才能)?(?:办理?|申请|补办|申报|开具|领取?|交)/;

/** Words of place and time, or one that may be a dimension (问题), are a question of data only where a figure is asked for. */
function isAboutData({ tokens, folded }: Sketch, previous: DataQuery | undefined): boolean {
  if (howTo.test(folded) && !asksFigure.test(folded.replace(howTo, ''))) return false;
  if (previous !== undefined) return true;
  const telling = tokens.some(({ terms }) =>
    terms.some(({ kind }) => kind === 'metric' || kind === 'subject' || kind === 'value'),
  );
  return telling || (tokens.length > 0 && asksFigure.test(folded));
}

function saysNothingOf(subject: Subject, sketch: Sketch): boolean {
  return !sketch.tokens.some(({ terms }) =>
    terms.some((term) => (term.kind === 'metric' || term.kind === 'subject') && term.subject === subject.name),
  );
}

/** 「渝中区上个月多少件」 asks for a figure and does not say of what. */
function askOrDecline({ folded, tokens }: Sketch, model: SemanticModel, text: string): ParsedDataQuestion {
  const asks = asksFigure.test(folded.replace(howTo, ''));
  if (!asks || tokens.length === 0) return notData(model);
  const options = model.subjects.map(({ label }) => ({ label, send: `${label}${text}` }));
  return { outcome: 'clarifying', text: '想查哪一类数据？', options };
}

function askSubject({ folded }: Sketch, said: string, subjects: readonly Subject[]): ParsedDataQuestion {
  return {
    outcome: 'clarifying',
    text: `「${said}」在不同数据里口径不同，想看哪一个？`,
    options: subjects.map(({ label }) => ({
      label: `${label}的${said}`,
      send: folded.replace(said, `${label}${said}`),
    })),
  };
}

function askTime({ folded }: Sketch, { time }: Reading): ParsedDataQuestion {
  const others = (kept: string) => time.unclear.filter(({ said }) => said && said !== kept).map(({ said }) => said!);
  return {
    outcome: 'clarifying',
    text: '一次只能看一段时间，先看哪一段？',
    options: time.unclear.flatMap(({ said }) => {
      if (!said) return [];
      const send = others(said).reduce((text, other) => text.replace(new RegExp(`[和与及、,，]?${other}`), ''), folded);
      return [{ label: said, send }];
    }),
  };
}

/** Left out, a word of two marks or more may make the figure another one: it costs a question, not a wrong figure. */
function isTelling(stretch: string): boolean {
  return stretch.length >= 2;
}

function leftOut(folded: string, word: string, text: string): ParsedDataQuestion {
  return { outcome: 'clarifying', text, options: [{ label: `去掉「${word}」再查`, send: folded.replace(word, '') }] };
}

function askToLeaveOut({ folded }: Sketch, unknown: string): ParsedDataQuestion {
  return {
    outcome: 'clarifying',
    text: `没有听懂「${unknown}」，数据里也没有这个说法。去掉它再查，还是换个说法？`,
    options: [{ label: `去掉「${unknown}」再查`, send: folded.replace(unknown, '') }],
  };
}

/** What was taken in one of several senses, or by an old name. */
function withNotes({ plan, assumptions }: FilledPlan, { values, subject }: Reading, sketch: Sketch): FilledPlan {
  const old = values.flatMap(({ term, said }) =>
    term.note ? [{ text: `「${said}」：${term.note}`, field: 'filter' }] : [],
  );
  const byPurpose = values.some(({ term }) => term.dimension === 'purpose');
  const readings = subject.readings
    .filter(
      ({ word }) =>
        !byPurpose &&
        sketch.tokens.some(
          ({ said, terms }) =>
            said.includes(word) && terms.some((term) => term.kind === 'metric' || term.kind === 'subject'),
        ),
    )
    .map(({ note }) => ({ text: note, field: 'metrics' }));
  const isRead = readings.length > 0;
  const rest = assumptions.filter(({ field }) => !(isRead && field === 'metrics'));
  return { plan, assumptions: [...rest, ...readings, ...old] };
}

/** From 1 down: each word that was not understood takes a good part off, each thing assumed a little. */
function confidenceOf({ assumptions }: FilledPlan, { uncovered }: Reading): number {
  return Math.max(0, Math.round((1 - 0.2 * uncovered.length - 0.03 * assumptions.length) * 100) / 100);
}
