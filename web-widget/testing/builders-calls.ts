import type {
  CallDetail,
  CallSummary,
  DraftField,
  Finding,
  SimilarToCall,
  Suggestion,
  Utterance,
} from '../../channels/http/hotline-types.ts';
import { ticketDetail } from './builders.ts';

export const callSummary = (fields: Partial<CallSummary> = {}): CallSummary => ({
  id: 'call-1', startedAt: '2026-11-23T02:00:00Z', endedAt: null, changedAt: '2026-11-23T02:00:40Z', version: 7,
  operator: 'hotline-demo', ticketNumber: null, joined: false, amended: false, emergency: false, undecided: 4,
  wants: ['complaint'], title: '解放碑步行街烧烤摊夜间噪声', ...fields,
}); // biome-ignore format: one call, one glance

export const utterance = (sequence: number, text: string, fields: Partial<Utterance> = {}): Utterance => ({
  sequence,
  speaker: sequence % 2 === 1 ? 'operator' : 'citizen',
  text,
  at: new Date(Date.UTC(2026, 10, 23, 2, 0, sequence * 4)).toISOString(),
  final: true,
  confidence: 0.94,
  late: false,
  ...fields,
});

export const suggestion = (fields: Partial<Suggestion> = {}): Suggestion => ({
  id: 'ask-street', kind: 'ask', text: '请问具体在哪条街？', sources: [], matter: null, numbers: [], heardIn: [2], decision: null,
  ...fields,
}); // biome-ignore format: one suggestion, one glance

export const answerToRead = (fields: Partial<Suggestion> = {}): Suggestion =>
  suggestion({
    id: 'answer-1',
    kind: 'answer',
    text: '夜间经营不得以高音喇叭招揽顾客，超过限值的由城市管理部门责令改正。',
    sources: [{ docId: 'matter/demo', title: '社会生活噪声', quote: '责令改正', start: 12, end: 30 }],
    matter: { id: 'matter/demo', title: '社会生活噪声' },
    ...fields,
  });

export const warning = (fields: Partial<Suggestion> = {}): Suggestion =>
  suggestion({
    id: 'warning-1',
    kind: 'warning',
    text: '请先离开有燃气味的房间，不要开关电器，到室外拨打抢险电话。',
    numbers: ['119', '96111'],
    heardIn: [4],
    ...fields,
  });

export const draftField = (fields: Partial<DraftField> = {}): DraftField => ({
  id: 'category-1', name: 'category', text: '社会生活噪声', value: 'C05.02', confidence: 0.82, pinned: false, heardIn: [2], decision: null,
  alternatives: [{ value: 'C05.02', text: '社会生活噪声', p: 0.82 }, { value: 'C03.01', text: '占道经营', p: 0.13 }], ...fields,
}); // biome-ignore format: one field, one glance

export const similarToCall = (fields: Partial<SimilarToCall> = {}): SimilarToCall => ({
  id: 'similar-20261122-000007', number: '20261122-000007', title: '解放碑烧烤摊油烟噪声', status: 'accepted',
  filedAt: '2026-11-22T02:00:00Z', owner: '渝中区城市管理局', score: 0.91, samePlace: 0.98, sameProblem: 0.93,
  sharedWords: ['烧烤摊', '解放碑'], sameStreet: true, heardIn: [2], decision: null, ...fields,
}); // biome-ignore format: one likeness, one glance

export const finding = (fields: Partial<Finding> = {}): Finding => ({
  id: 'item_lost-1', kind: 'item_lost', severity: 'high', text: '市民说到“清理占道桌椅”，工单里没有。', heardIn: [2], settled: null,
  ...fields,
}); // biome-ignore format: one finding, one glance

/** A call about noise that is under way, with something of everything an operator may be offered. */
export function call(fields: Partial<CallDetail> = {}): CallDetail {
  return {
    ...callSummary(),
    utterances: [
      utterance(1, '您好，12345，请讲。'),
      utterance(2, '我们楼下烧烤摊半夜吵得很。'),
      utterance(3, '请问在哪里？'),
      utterance(4, '解放碑步行街', { confidence: 0.41 }),
      utterance(6, '他们把桌子都摆到', { final: false, confidence: null }),
    ],
    state: {
      wants: ['complaint'],
      suggestions: [answerToRead(), suggestion()],
      draft: ticketDetail().draft,
      fields: [
        draftField(),
        draftField({ id: 'place-1', name: 'place', text: '渝中区解放碑街道步行街', value: '渝中区解放碑街道步行街', confidence: 0.55, alternatives: [] }),
        draftField({ id: 'items-1', name: 'items', text: '规定收摊时间', value: ['规定收摊时间'], confidence: null, alternatives: [] }),
        draftField({ id: 'callback-1', name: 'callback', text: null, value: null, confidence: null, alternatives: [], heardIn: [] }),
      ],
      missing: [{ field: 'callback', text: '回访电话' }],
      similar: [similarToCall()],
    },
    summary: [],
    findings: [],
    ...fields,
  }; // biome-ignore format: one call, one glance
}
