import type { Option, SingleReply } from './reply.ts';

/** First things to tap for somebody who does not know how to begin. */
const starters: Option[] = [
  { label: '新生儿上户口', send: '新生儿上户口要带什么材料？' },
  { label: '孩子入学', send: '孩子上小学怎么报名？' },
  { label: '办理退休', send: '办退休要哪些材料？' },
  { label: '反映问题', send: '我要反映一个问题' },
];

/** Every fixed sentence that a citizen can be shown, in one place for people who do not program. */
export const cannedReplies = {
  nothingFound: {
    outcome: 'nothing_found',
    text: '这个问题我在现有的办事指南里没有找到依据，不敢乱说。您可以换个说法再问，例如说出要办的事和想知道的内容；也可以拨打 12345 由人工为您查询，或直接说“我要反映问题”登记一张工单。',
    options: [{ label: '登记工单', send: '我要反映一个问题' }],
  },
  notInScope: {
    outcome: 'not_in_scope',
    text: '这里是重庆的政务服务台，只能回答本市办事指南和受理本市的诉求，这个问题不在服务范围内。看病请到医疗机构或拨打 120，法律咨询请拨打 12348，其他城市的事项请拨打当地区号加 12345。',
    options: starters,
  },
  courts: {
    outcome: 'not_in_scope',
    text: '诉讼、仲裁、纪检监察事项不由服务台受理：法院请拨打 12368，检察院请拨打 12309，违纪违法举报请拨打 12388，法律咨询和法律援助请拨打 12348。',
  },
  injectionRefused: {
    outcome: 'refused',
    by: 'injection',
    text: '这类要求我不能照办。我只回答重庆的办事问题、登记诉求；请直接说您要办的事或要反映的问题。',
  },
  unsafeRefused: {
    outcome: 'refused',
    by: 'unsafe',
    text: '这个问题涉及违法或他人隐私，我不能提供帮助。如果您遇到了困难或侵害，请拨打 110；需要法律帮助请拨打 12348。',
  },
  abuseAnswered: {
    outcome: 'refused',
    by: 'abuse',
    text: '听得出您很着急。请告诉我发生了什么事、在哪里、希望怎么解决，我来帮您登记；也可以拨打 12345 找人工。',
  },
  dataNeedsLogIn: {
    outcome: 'refused',
    by: 'no_right',
    text: '统计数据只向登录的工作人员提供。请在工作台登录后到“数据问答”提问；办事或反映问题可以直接在这里说。',
  },
  handedOver: {
    outcome: 'handed_over',
    text: '可以的。网页对话里点“找人工”，有坐席在岗就能请来加入，要等几位会如实告诉您；没有人在岗时，请拨打 12345，人工坐席 24 小时接听。如果要反映问题，也可以现在就把事情、地点告诉我，我先登记工单。',
  },
  withPerson: { outcome: 'with_person', text: '已送达人工' },
  greeting: {
    outcome: 'greeted',
    text: '您好，这里是渝问政务服务台。您可以直接说要办的事（例如“上户口要带什么材料”），或要反映的问题（说清在哪里、发生了什么）。',
    options: starters,
  },
  thanked: { outcome: 'greeted', text: '不客气，还有要办的事随时说。' },
  aboutMe: {
    outcome: 'greeted',
    text: '我是渝问，重庆政务服务台的自动应答程序，不是真人。我按办事指南回答“一件事”怎么办，也能把您反映的问题登记成工单。要找人工请拨打 12345。',
    options: starters,
  },
  matterUnnamed: {
    outcome: 'clarifying',
    text: '请问您要办的是哪件事？说出事情的名字就行，例如“上户口”“办身份证”“领低保”。',
    options: starters,
  },
  complaintInvited: {
    outcome: 'clarifying',
    text: '好的，请说说要反映的问题：发生了什么、在哪里（区县、街道或小区）、从什么时候开始、希望怎么解决。',
    options: [],
  },
  perhapsDanger: {
    outcome: 'emergency',
    text: '如果现在有人受伤、被困或者有危险，请马上拨打：报警 110，火灾和被困 119，急救 120。没有危险的话，请接着看下面的答复。',
    numbers: ['110', '119', '120'],
  },
  unnamedDanger: {
    outcome: 'emergency',
    text: '您说的情况很危险，请马上拨打：报警 110，火灾和被困 119，急救 120，说清地点和有没有人受伤。请先离开危险的地方。',
    numbers: ['110', '119', '120'],
  },
  failed: {
    outcome: 'failed',
    code: 'turn_failed',
    text: '抱歉，系统刚才出了问题，您的话已经记下，没有丢。请稍后再试，或拨打 12345 由人工处理。',
  },
} satisfies Record<string, SingleReply>;

/** Said with every fact that is not sure. */
export const subjectToCurrentGuide = '（以渝快办当前指南为准）';
