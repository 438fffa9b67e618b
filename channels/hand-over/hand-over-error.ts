export type HandOverErrorCode = 'chat_unknown' | 'chat_taken' | 'chat_not_yours' | 'chat_ended' | 'reopen_too_late';

const messages: Record<HandOverErrorCode, string> = {
  chat_unknown: '没有这段对话，可能已经结束；请刷新列表。',
  chat_taken: '这段对话刚被别的坐席接走了，请接下一位。',
  chat_not_yours: '这段对话不是您接的；没有人接的可以先接入再看。',
  chat_ended: '这段对话已经结束，话没有发出去；市民再找人工时会重新排队。',
  reopen_too_late: '结束超过两分钟，或市民已经重新排队，不能撤销；请到列表里看。',
};

/** An operator's step that is refused. `takenBy` names who has the chat. */
export class HandOverError extends Error {
  readonly code: HandOverErrorCode;
  readonly details: { takenBy: string } | undefined;
  constructor(code: HandOverErrorCode, takenBy?: string | null) {
    super(takenBy && code !== 'chat_ended' ? `${messages[code]}（${takenBy}）` : messages[code]);
    this.name = 'HandOverError';
    this.code = code;
    this.details = takenBy ? { takenBy } : undefined;
  }
}
