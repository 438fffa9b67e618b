/** The words of the operator's workplace for calls, in Chinese. */
export const zhCalls = {
  title: '热线', note: '通话实时转写，系统在旁建议，登记由话务员决定', list: '通话列表', none: '现在没有通话。有电话进来会自动出现在这里。', call: (time: string) => `${time} 的通话`,
  back: '全部通话', runningCalls: '正在通话', state: '状态', live: '通话中', ended: '已结束', amended: '结束后有补充', talkTime: '时长', waiting: '待决定', waitingOf: (count: number) => `${count} 条待决定`,
  subject: '通话', started: '开始', wanted: '来意', wantsLabel: '市民要什么', operator: '话务员', ticket: '工单', emergency: '紧急', untitled: '还没听出要办什么', unknownWants: '还没听出来意',
  wants: { matter: '问办事', complaint: '提诉求', emergency: '紧急' },
  link: {
    cut: '实时连接断开了，正在重连', cutNote: '页面改为每 2 秒查询一次，已显示的内容都在。', stale: '连不上服务', staleNote: (time: string) => `下面是 ${time} 的内容。您填的都保留着，连上后可以再提交。`,
  },
  transcript: '通话记录', transcriptEmpty: '还没有人说话。', speakers: { citizen: '市民', operator: '话务员' }, partial: '正在说…', unsure: '听不太清', late: '结束后补到',
  toLatest: '到最新', toLatestNew: (count: number) => `到最新（${count} 句新的）`, utterance: (sequence: number) => `第 ${sequence} 句`, heardIn: '听自',
  suggestions: '建议', noSuggestions: '还没有建议，先听市民说。', kinds: { answer: '可以这样答', ask: '可以接着问', warning: '紧急情况', note: '提示' },
  say: '请告诉市民', numbers: '电话', sources: '依据', openSource: (title: string) => `《${title}》`, passage: (title: string) => `《${title}》的原文`, matter: '事项',
  fields: { purpose: '类型', category: '类别', urgency: '等级', place: '地点', items: '要求办的事', subject: '反映对象', callback: '回访电话' }, notHeard: '还没听到', confidence: (share: string) => `把握 ${share}`, check: '请核对',
  pinned: '已由人确定', missing: '还缺', complete: '该有的都有了。', draft: '工单草稿', draftNote: '随通话自动填写；您确定过的不再自动改', noDraft: '还没听到要登记的诉求。', likely: '系统认为可能是', others: '其他类别',
  similar: '可能是同一件事的工单', noSimilar: '没有找到相像的工单。', filedAt: '登记于', ownedBy: '承办',
  decide: {
    accept: '采纳', acceptWarning: '已告知市民', join: '并入这张，不另登记', correct: '更正', fill: '填写', reject: '不用', rejectWarning: '误报', rejectSimilar: '不是同一件', undo: '撤销', of: (what: string) => `：${what}`,
    accepted: '已采纳', corrected: '已更正', rejected: '没有采用', withdrawn: '已撤销', by: (name: string) => `${name}`, becomesCase: '将成为评测用例', caseNote: '您的更正会隐去个人信息，送复核后成为评测用例。', right: '应当是', rightItems: '每行一件', reason: '理由',
    reasonOptional: '理由（可不填）', submit: '提交', submitAgain: '看过了，仍按我的提交', cancel: '取消', incomplete: '请先填写应有的内容。', noReason: '请写明理由。', choose: '请选择', conflict: '同时有人决定了这一条',
    conflictNote: (name: string, what: string) => `${name}：${what}。您填的内容都还在，看过后可以再提交。`, gone: '这条建议的内容已经变了', goneNote: '您填的内容都还在。请看过最新内容再决定。', joinNote: (number: string) => `本次通话将并入 ${number}，不再另登记工单。`, joinReason: '补充说明（可不填）',
    confirmJoin: '确认并入', announced: (what: string, subject: string) => `${what}：${subject}`,
  },
  keys: {
    title: '单键操作', on: '用单键操作', hint: '打字时字母照常输入。按键只决定已选中的那一条；没有选中时，先选中第一条待决定的。', next: '下一条', previous: '上一条', accept: '采纳', correct: '更正', reject: '不用', undo: '撤销', source: '看依据', file: '登记', latest: '到最新',
  },
  filing: {
    title: '登记', file: '登记工单', filed: (number: string) => `已登记工单 ${number}`, joined: (number: string) => `已并入工单 ${number}`, check: '登记前请核对', confirm: '确认登记', confirmAll: '看过了，仍要登记', back: '再看看', open: '这些地方还没有核对：', stillMissing: '还缺：',
  },
  after: {
    summary: '通话小结', summaryNote: '每句后面是依据的话', noSummary: '通话结束后自动写出小结。', findings: '工单与通话对照', findingsNote: '不一致的地方，请改好或确认', noFindings: '没有发现不一致。', severities: { high: '重要', medium: '留意', low: '小处' },
    kinds: { item_lost: '漏了要求', complaint_became_enquiry: '投诉变成了咨询', place_differs: '地点不一致', callback_differs: '电话不一致', not_filed: '没有登记', emergency_unanswered: '紧急情况没有应答' }, mended: '已改好', confirmed: '确认无误', settledBy: (how: string, name: string) => `${how}（${name}）`, reason: '怎么改的，或为什么没有问题',
    corrections: '本次的更正', correctionsNote: '隐去个人信息、送复核后成为评测用例', noCorrections: '本次没有更正。',
  },
  says: { warning: (text: string) => `紧急情况：${text}`, suggestion: (kind: string, text: string) => `${kind}：${text}` },
}; // biome-ignore format: a catalogue
