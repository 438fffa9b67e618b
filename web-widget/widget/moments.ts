// The city's clock, wherever the reader's device is.
const inChongqing = { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const chinese = new Intl.DateTimeFormat('zh-CN', { ...inChongqing, year: 'numeric', month: 'long', day: 'numeric' });
const english = new Intl.DateTimeFormat('en-GB', { ...inChongqing, year: 'numeric', month: 'short', day: 'numeric' });

/** 「2026年11月25日 18:00」 or "25 Nov 2026, 18:00", in Chongqing's time. */
export function toMoment(iso: string, locale: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return (locale.startsWith('zh') ? chinese : english).format(date);
}
