/** The words of the pages around tickets (inbox, ticket, triage, incidents, rates), in Chinese. */
export const zhTickets = {
  tabs: { label: '工单导航', inbox: '收件箱', triage: '派单台', incidents: '热点事件', rates: '三率' },
  filters: { unit: '承办单位', tier: '层级', purpose: '类型' },
  views: {
    label: '常用筛选', overdue: '已超期', assigned: '待签收', reopened: '重新办理', mine: '本单位', save: '保存当前筛选', name: '筛选名称',
    forget: (name: string) => `删除“${name}”`, kept: (name: string) => `已保存“${name}”`, cancel: '不保存', keep: '保存',
  },
  conversation: { title: '对话', none: '这张工单不是从对话里来的。', citizen: '市民', desk: '渝问' },
  photographs: { title: '照片', note: '市民随诉求提交；拍摄时间、地点、机型等信息已去掉', open: (number: number) => `放大照片 ${number}`, name: (number: number) => `照片 ${number}` },
  extracted: { subject: '反映对象', happened: '发生时间', recurring: '反复发生', affected: '涉及人数', atLeast: (count: number) => `至少 ${count} 人`, harm: '危害', feared: '担心发生', urgency: '等级' },
  items: {
    title: '要求办的事', note: '每一项都要答复，由诉求人逐项评价', item: (id: number) => `第 ${id} 项`,
    states: { open: '待答复', answered: '已答复，等评价', solved: '已解决', part: '部分解决', not: '没有解决' } as Record<string, string>,
    reopened: (count: number) => `退回过 ${count} 次`, reply: '答复', sentBack: '被退回的答复', lacking: '还缺什么', satisfaction: '满意度',
    satisfactions: { satisfied: '满意', neutral: '一般', dissatisfied: '不满意' } as Record<string, string>, answerDue: '等诉求人评价至',
    closedBecause: { solved: '各项都已解决', unanswered: '回访后期满未评价', desk: '派单台办结' } as Record<string, string>, closed: '办结原因',
  },
  clock: {
    explain: '时限怎么算的', table: '时限逐行说明', at: '时间', what: '发生了什么', budget: '时限', used: '已用', due: '办结期限', state: '计时',
    running: '在走', stopped: '停住', minutes: (minutes: string) => `${minutes} 分钟`, now: '现在', stoppedAt: '停住时间', share: (share: string) => `已用 ${share}`,
    rule: '依据的规则',
  },
  similar: {
    title: '可能是同一件事', note: '按地点、内容和时间比对，由人决定要不要并单', none: '没有找到相像的工单。', linked: '同一次诉求里的其他事项',
    relations: { repeat: '同一人再次反映', other: '另一人反映', unknown: '看不出是不是同一人' } as Record<string, string>,
    score: (share: string) => `相像 ${share}`, place: '同一地点', problem: '同一问题', words: '都说到', street: '同一街道', days: (days: number) => (days === 0 ? '同一天' : `相隔 ${days} 天`),
    inIncident: '已在同一事件', join: '并入这张', unjoin: '撤销并单', part: '移出事件', mergedInto: '已并入', members: '并入这张的工单', joined: (into: string) => `已并入 ${into}`,
    unjoined: '已撤销', joinOf: (from: string, into: string) => `把 ${from} 并入 ${into}`, reversible: '并单可以撤销；时限不因并单变长，每位诉求人都会收到进展。',
  },
  fields: {
    reason: '理由', text: '内容', reply: '答复内容', note: '备注', contact: '联系情况', unit: '承办单位', coUnits: '配合单位', clause: '依据条款', pauseCode: '暂停原因', returnCode: '退单原因',
    urgency: '等级', category: '类别', workingDays: '延期工作日数', into: '并入的工单号', verdicts: '逐项评价', satisfaction: '满意度（可不填）', comment: '诉求人的话（可不填）',
  } as Record<string, string>,
  move: {
    choose: '请选择', answerTo: (id: number, text: string) => `对第 ${id} 项“${text}”的答复（上面已写到的可不填）`, clauseHint: '从职责表的条款里选，或写明法规条文',
    unitHint: '输入名称，从职责表里选', unitMeant: '您是不是要找', withFindings: '答复被退回，还缺：', changedTitle: '您打开之后，别人动过这张工单', changedKept: '您填的内容都还在。看过变化后可以再次提交。',
    again: '看过变化，再次提交', gone: (label: string) => `按最新情况，现在不能再${label}。填的内容还在，可以复制。`, verdictOf: (id: number, text: string) => `第 ${id} 项：${text}`,
    verdicts: { solved: '已解决', part: '部分解决', not: '没有解决' } as Record<string, string>, days: '个工作日',
  },
  events: {
    kinds: {
      extension_requested: '申请延期', extension_refused: '不同意延期', regraded: '调整等级', recategorised: '改正类别', reply_sent_back: '答复被退回', asked: '已回访', judged: '诉求人已评价',
      member_joined: '有工单并入', member_left: '有工单移出', noted: '备注', contacted: '已联系诉求人', escalated: '时限提醒，已提级',
    } as Record<string, string>,
    system: '系统', code: '原因', clause: '依据', unit: '单位', days: (days: number) => `${days} 个工作日`, percent: (percent: number) => `时限已用 ${percent}%`, told: (unit: string) => `已报 ${unit}`,
    approved: (reason: string) => `派单台放行：${reason}`, items: (items: string) => `第 ${items} 项`, answerDue: '等评价至',
  },
  triage: {
    title: '派单台', note: '系统不替人拍板的都在这里，最紧要的在前', none: '没有待定的工单。', evidence: '为什么在这里', candidates: '按职责表可能的单位', noCandidates: '职责表里没有，请输入单位',
    categories: '可能的类别', decide: '定承办单位', open: '看工单', decided: (label: string) => `已${label}`, returns: (count: number) => `已退回 ${count} 次`, notOffered: '这张工单已经不在待定状态，请刷新。',
    whys: { no_owner: '没有承办单位', two_owners: '职责交叉', unsure: '类别没把握', returned: '被退回', second_return: '第二次退回', extension: '申请延期', reply: '答复没有过' } as Record<string, string>,
    decisions: {
      no_owner: '定承办单位', two_owners: '定承办单位', unsure: '定承办单位', returned: '定承办单位', second_return: '定承办单位', extension: '决定延期', reply: '放行答复',
    } as Record<string, string>,
    choose: (unit: string) => `选 ${unit}`, sort: (category: string, share: string) => `${category} ${share}`,
  },
  incidents: {
    title: '热点事件', note: '同一件事的工单合在一起，按反映的人数排，不按单数排', none: '这段时间没有多人反映的事。', days: '最近', dayCount: (days: number) => `${days} 天`, people: '至少几人', tickets: '工单', open: '在办',
    peopleOf: (people: number) => `${people} 人反映`, peopleLabel: '反映人数', unknown: '看不出是谁的', growing: '在增多', first: '最早', last: '最近一次', back: '返回热点事件', members: '工单', relation: '谁反映的', trend: '每天新增',
    trendOf: '每天新增的工单', districts: '各区县', districtsOf: '各区县的工单数', streets: '镇街', joinedBy: '谁归入的', engine: '系统', score: '相像', day: '日期', count: '工单数', table: '看表格',
  },
  rates: {
    title: '响应率、解决率、满意率', note: '分子和分母都列出来，可以核对', by: '按什么看', byUnit: '单位', byDistrict: '区县', from: '登记日期从', to: '到', show: '查看', response: '响应率', solved: '解决率', satisfied: '满意率',
    tickets: '工单数', none: '这段时间没有登记的工单。', mine: (name: string) => `${name}的三率`, definitions: '怎么算的', unit: '单位', district: '区县', nothing: '没有可算的', table: '各单位、各区县的三率', badRange: '开始日期不能晚于结束日期。',
  },
}; // biome-ignore format: a catalogue
