/** A person joins the chat: the queue, who is there, and what is marked as theirs. */
export const person = {
  group: '人工',
  label: (by: string) => `人工 · ${by}`,
  exceptPersons: '（标明“人工”的是人工答复）',
  delivered: '已送达人工',
  gap: '',
  ahead: (ahead: number) => (ahead === 0 ? '正在等人工，您排在最前面。' : `正在等人工，前面还有 ${ahead} 位。`),
  onDuty: (present: number) => `${present} 位坐席在岗。`,
  allLeft: '坐席现在都不在岗，可以接着等，也可以拨打 12345。',
  meanwhile: '等的时候可以接着问，自动应答照常回答。',
  giveUp: '不等了',
  gaveUp: '已不再等人工。',
  undo: '撤销，接着等',
  joined: (by: string) => `${by}正在和您对话，您说的话由人工回答。`,
  away: (by: string) => `${by}暂时不在页面上，您说的话会留着；也可以结束人工，由自动应答回答。`,
  finish: '结束人工',
};
