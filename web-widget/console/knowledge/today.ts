const inChongqing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Chongqing' });

/** The day in Chongqing, `2026-01-31`. */
export const today = (): string => inChongqing.format(new Date());
