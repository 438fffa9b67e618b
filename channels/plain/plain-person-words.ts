/** What the pages without script say about a person in the chat; as honest as the widget, in words of its own way. */
const zh = {
  title: '人工',
  label: (by: string) => `人工 · ${by}`,
  delivered: '已送达人工',
  nobody: '现在没有坐席在岗，在这里等不到人，也不会排队。',
  onDuty: (present: number) => `现在 ${present} 位坐席在岗，可以请坐席加入这段对话。`,
  ask: '转人工',
  ahead: (ahead: number) => (ahead === 0 ? '正在等人工，您排在最前面。' : `正在等人工，前面还有 ${ahead} 位。`),
  present: (present: number) => (present === 0 ? '坐席现在都不在岗，可以接着等，也可以拨打 12345。' : `${present} 位坐席在岗。`),
  meanwhile: '等的时候可以接着问，自动应答照常回答。',
  giveUp: '不等了',
  joined: (by: string) => `${by}正在和您对话，您说的话由人工回答。`,
  away: (by: string) => `${by}暂时不在页面上，您说的话会留着；也可以结束人工，由自动应答回答。`,
  finish: '结束人工',
  over: '已经不在等人工，也没有人工在对话里。',
  call: '拨打 12345，人工坐席 24 小时接听',
  file: '不方便打电话，也可以登记一张工单：写下事情和地点，按“发送”；负责的单位会办理和答复。',
  frame: '人工的新消息',
  looked: (time: string) => `${time} 看过，没有新消息；这里每 5 秒看一次。`,
  news: (time: string) => `${time} 有新情况：`,
  goOn: '刷新对话（没有发送的字会丢失，请先发送）',
}; // biome-ignore format: a catalogue

export type PlainPersonWords = typeof zh;

const en: PlainPersonWords = {
  title: 'A person',
  label: (by) => `A person · ${by}`,
  delivered: 'Delivered to a person',
  nobody: 'No operator is on duty now; nobody would come here, and nothing is queued.',
  onDuty: (present) => `${present === 1 ? '1 operator is' : `${present} operators are`} on duty and can join this conversation.`,
  ask: 'Ask for a person',
  ahead: (ahead) => (ahead === 0 ? 'Waiting for a person; you are next. ' : `Waiting for a person; ${ahead} before you. `),
  present: (present) => present === 0 ? 'No operator is on duty at the moment; you may go on waiting, or call 12345. ' : `${present === 1 ? '1 operator' : `${present} operators`} on duty. `,
  meanwhile: 'You can go on asking meanwhile; the program answers as before.',
  giveUp: 'Stop waiting',
  joined: (by) => `${by} is talking with you; what you say is answered by a person.`,
  away: (by) => `${by} is not at the page at the moment; what you say is kept. You can also end this and let the program answer.`,
  finish: 'End the talk with a person',
  over: 'You no longer wait for a person, and no person is in the conversation.',
  call: 'Call 12345; operators answer around the clock',
  file: 'If you would rather not call, file a ticket: write what is wrong and where, and press Send; the unit in charge works on it and answers.',
  frame: 'News from a person',
  looked: (time) => `Looked at ${time}, nothing new; this looks every 5 seconds.`,
  news: (time) => `News at ${time}:`,
  goOn: 'Refresh the conversation (send what you have typed first, or it is lost)',
}; // biome-ignore format: a catalogue

export const personWords = { zh, en };
