import type { TicketCard } from '../../assistant/index.ts';

const dayAndTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** What happens next, for whoever sent the request; the code opens the progress page and is shown only here. */
export function noticeOf({ owner, place, firstResponseDueAt, dueAt, progressSecret }: TicketCard): string {
  const by = (moment: string) => dayAndTime.format(new Date(moment));
  return [
    `由${owner}承办，应在 ${by(firstResponseDueAt)} 前联系、${by(dueAt)} 前答复。查询码 ${progressSecret}，凭编号和查询码可以看进度、作评价。`,
    ...(place.district ? [] : ['没有认出地点所在的区县（坐标只供承办单位参考），派单台会先核实地点。']),
  ].join('');
}
