import type { MoveRules } from '../tickets/move-order.ts';
import { stateCouncilCalendar } from '../tickets/work-calendar.ts';

const units = ['渝中区城市管理局', '渝中区公安分局', '解放碑街道', '渝中区生态环境局'];
const categories = [
  { code: 'C05.02', name: '社会生活噪声', group: '生态环境' },
  { code: 'C01.01', name: '占道经营与流动摊贩', group: '市容环卫与城管执法' },
];

/** The real calendar, with a responsibility table and a taxonomy small enough to see at a glance. */
export const ticketRules: MoveRules = {
  isWorkday: stateCouncilCalendar,
  categoryOf: (code) => categories.find((category) => category.code === code) ?? null,
  units: { has: (unit) => units.includes(unit), nearest: () => units.slice(0, 2) },
};
