import type { Reply } from '../../assistant/index.ts';

type PersonReply = Extract<Reply, { outcome: 'person' }>;

const person = (event: PersonReply['event'], by: string | null, text: string): PersonReply => ({
  outcome: 'person',
  event,
  by,
  text,
});

/** Every fixed sentence that stands in a conversation around a person. */
export const personSaid = {
  joined: (by: string) => person('joined', by, `${by}已接入，接下来由人工和您对话。`),
  back: (by: string) => person('joined', by, `${by}回来了，继续和您对话。`),
  said: (by: string, text: string) => person('said', by, text),
  ended: (by: string) =>
    person('left', by, `${by}已结束人工服务。还有问题可以直接问，自动应答会回答；需要时可以再找人工。`),
  endedByCitizen: (by: string) =>
    person('left', by, `您已结束和${by}的对话，接下来由自动应答回答；需要时可以再找人工。`),
  operatorGone: (by: string) =>
    person(
      'left',
      by,
      `${by}的页面已经十分钟没有响应，人工服务到此结束，抱歉。可以再找人工，也可以拨打 12345，或在这里登记工单。`,
    ),
  nobodyCame: person(
    'left',
    null,
    '等了十分钟，没有坐席接入，已经不再排队，抱歉。可以拨打 12345，人工坐席 24 小时接听；也可以把事情、地点告诉我，我先登记工单。',
  ),
};
