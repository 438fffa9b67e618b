import type { SemanticModel, Subject } from '../../knowledge/index.ts';
import { cannedReplies } from '../canned-replies.ts';
import { conclude } from '../data-query/conclude.ts';
import type { DataQuery } from '../data-query/data-query.ts';
import { DataQueryError } from '../data-query/data-query-error.ts';
import type { DataEngine } from '../data-query/engines/data-engine.ts';
import { type Jurisdiction, type Scope, scopeOf } from '../data-query/jurisdiction.ts';
import { type ParsedDataQuestion, parseDataQuestion } from '../data-query/parse-data-question.ts';
import { applyPlanChange, type PlanChange } from '../data-query/plan-change.ts';
import type { DeclinedReason } from '../data-query/refuse-question.ts';
import type { RollupStates } from '../data-query/rollups/rollup-states.ts';
import { type RunDataQuery, runDataQuery } from '../data-query/run-data-query.ts';
import { sayPlace, sayWindowAsAsked } from '../data-query/say-plan.ts';
import { placeOf, toDataAnswer, type UnderstoodQuestion } from '../data-query/to-data-answer.ts';
import { subjectOf } from '../data-query/write-sql.ts';
import type { ChatModel } from '../models/chat-model.ts';
import type { SingleReply } from '../reply.ts';
import type { AskedTurn, Skill, SkillResult } from '../skill.ts';
import type { Cadre } from '../turn.ts';
import { fillWithModel } from './query-data-prompt.ts';

export interface QueryDataNeeds {
  model: SemanticModel;
  engine: DataEngine;
  rollups?: RollupStates | undefined;
  /** Fills the plan in place of the built-in parser; whatever it fills is checked and compiled by the same code. */
  chatModel?: ChatModel | null;
}

/** The widest question of ours takes under a second; one that takes longer than this is wrong. */
const timeoutMs = 8_000;

/** Answers a cadre's question of figures: a plan is filled, judged against the jurisdiction, compiled, run and explained. */
export function createQueryDataSkill(needs: QueryDataNeeds): Skill {
  return {
    name: 'query-data',
    async run(turn) {
      const { cadre, dialogue } = turn;
      if (!cadre) return { reply: cannedReplies.dataNeedsLogIn, dialogue };
      const { parsed, trace } = typed(turn) ?? (await understand(turn, cadre, needs));
      if (parsed.outcome === 'clarifying') return { reply: parsed, dialogue, trace };
      if (parsed.outcome === 'declined') return { reply: declinedReply(parsed.reason, parsed.text), dialogue, trace };
      const result = await answer(parsed, turn, cadre, needs);
      return { ...result, trace };
    },
  };
}

type Understood = { parsed: ParsedDataQuestion; trace: SkillResult['trace'] };

/** A turn that brings its plan, or a change of the last one, has nothing in it to be understood. */
function typed(turn: AskedTurn): Understood | null {
  if (turn.dataPlan) return { parsed: asGiven(turn.dataPlan), trace: { engine: 'built-in' } };
  return turn.planChange ? changed(turn.planChange, turn) : null;
}

const asGiven = (plan: DataQuery) =>
  ({ outcome: 'plan', plan, assumptions: [], uncovered: [], confidence: 1 }) satisfies ParsedDataQuestion;

/** A chip's change of the plan that was shown last: typed, so that nothing has to be understood. */
function changed(change: PlanChange, { dialogue }: AskedTurn): Understood {
  const trace = { engine: 'built-in' };
  if (!dialogue.dataQuery) {
    const text = '还没有可以修改的查询，请先提一个数据问题。';
    return { parsed: { outcome: 'clarifying', text, options: [] }, trace };
  }
  return { parsed: asGiven(applyPlanChange(dialogue.dataQuery, change)), trace };
}

/** So many steps can be taken back; so many rows can be spoken of by their place. */
const mostRemembered = 10;

function remembering(
  dialogue: AskedTurn['dialogue'],
  { plan, isUndo = false }: UnderstoodQuestion,
  { rows, compiled }: RunDataQuery,
) {
  const names = compiled.columns.filter(({ role }) => role === 'dimension').map(({ name }) => name);
  const dataShown = rows
    .slice(0, mostRemembered)
    .map((row) => Object.fromEntries(names.map((name) => [name, String(row[name] ?? '')])));
  const earlier = dialogue.earlierDataQueries ?? [];
  // What was taken back is not a step that one could go back to.
  const before = isUndo ? earlier.slice(1) : [...(dialogue.dataQuery ? [dialogue.dataQuery] : []), ...earlier];
  return { ...dialogue, dataQuery: plan, earlierDataQueries: before.slice(0, mostRemembered), dataShown };
}

/** The built-in parser reads every question: what it refuses is refused, and its plan stands where the model's does not. */
async function understand(
  turn: AskedTurn,
  { district }: Cadre,
  { model, chatModel }: QueryDataNeeds,
): Promise<Understood> {
  const { asked, at: now, dialogue, signal } = turn;
  const parsed = parseDataQuestion(asked, {
    model,
    now,
    previous: dialogue.dataQuery,
    earlier: dialogue.earlierDataQueries,
    shown: dialogue.dataShown,
    home: district,
  });
  const isClosed = parsed.outcome === 'declined' && (parsed.reason === 'write' || parsed.reason === 'sensitive');
  if (!chatModel || isClosed) return { parsed, trace: { engine: 'built-in' } };
  const filled = await fillWithModel(chatModel, { asked, now, previous: dialogue.dataQuery, model, signal });
  if ('plan' in filled) return { parsed: { outcome: 'plan', ...filled }, trace: { engine: chatModel.name } };
  return { parsed, trace: { engine: 'built-in', fallback: filled.fallback } };
}

function declinedReply(reason: DeclinedReason, text: string): SingleReply {
  if (reason === 'no_data') return { outcome: 'nothing_found', text };
  if (reason === 'not_data') return { outcome: 'not_in_scope', text };
  return { outcome: 'refused', by: reason === 'sensitive' ? 'no_right' : 'unsafe', text };
}

async function answer(
  question: UnderstoodQuestion,
  turn: AskedTurn,
  cadre: Cadre,
  needs: QueryDataNeeds,
): Promise<SkillResult> {
  const { plan } = question;
  const jurisdiction: Jurisdiction = { district: cadre.district };
  const scope = scopeOf(plan, needs.model, jurisdiction);
  if (scope === 'outside') return { reply: outsideReply(plan, needs.model, jurisdiction), dialogue: turn.dialogue };
  try {
    const run = await runDataQuery(plan, needs, jurisdiction, { timeoutMs, signal: turn.signal });
    const reply = dataReply(question, run, needs.model, jurisdiction, scope, turn.at);
    return { reply, dialogue: remembering(turn.dialogue, question, run) };
  } catch (error) {
    if (!(error instanceof DataQueryError)) throw error;
    return { reply: { outcome: 'failed', code: error.code, text: error.message }, dialogue: turn.dialogue };
  }
}

/** Of a table of facts, none found may be none that was understood: it is said as such and not as the figure 0. */
function countsNothing({ kind, dimensions, grain, metrics, filter }: DataQuery, subject: Subject, run: RunDataQuery) {
  const isCount = kind === 'aggregate' && dimensions.length === 0 && !grain && metrics[0] === subject.defaultMetric;
  return isCount && filter !== null && subject.things.length > 0 && run.rows[0]?.[subject.defaultMetric] === 0;
}

function outsideReply(plan: UnderstoodQuestion['plan'], model: SemanticModel, { district }: Jurisdiction): SingleReply {
  const subject = subjectOf(model, plan.subject);
  const asked = sayPlace(plan, subject);
  const text = `您的账号只能查看${district}的数据，${asked}不在权限范围内。可以改问${district}的${subject.label}；确需其他区县数据的，请按规定申请。`;
  return { outcome: 'refused', by: 'no_right', text };
}

function dataReply(
  question: UnderstoodQuestion,
  run: RunDataQuery,
  model: SemanticModel,
  jurisdiction: Jurisdiction,
  scope: Scope,
  now: Date,
): SingleReply {
  const subject = subjectOf(model, question.plan.subject);
  const data = toDataAnswer(question, run, model, jurisdiction, scope, now);
  const place = placeOf(question.plan, model, jurisdiction, scope);
  if (run.rows.length === 0 || countsNothing(question.plan, subject, run)) {
    const when = sayWindowAsAsked(question.plan.window, subject);
    const fence = data.jurisdiction ?? '';
    return {
      outcome: 'nothing_found',
      text: `没有符合条件的${subject.label}数据（${[when, place].filter(Boolean).join('，')}）。${fence}`,
    };
  }
  const text = [conclude(question.plan, subject, run.rows, place), data.jurisdiction].filter(Boolean).join('');
  return { outcome: 'data', text, data };
}
