import type { TicketDraft } from '../tickets/ticket.ts';

const noise = { code: 'C05.02', name: '社会生活噪声', group: '生态环境' };

/** A valid ticket draft; a test names only what matters to it. */
export function ticketDraft(changes: Partial<TicketDraft> = {}): TicketDraft {
  return {
    content: '渝中区解放碑步行街烧烤摊半夜吵得睡不着',
    title: '渝中区解放碑步行街烧烤摊半夜吵得睡不着',
    purpose: '投诉',
    category: noise,
    alternatives: [{ category: noise, p: 0.9 }],
    abstained: false,
    because: ['吵得睡不着'],
    urgency: 'U3',
    place: { text: '渝中区解放碑', district: '渝中区', street: '解放碑街道', detail: null, note: null },
    dispatch: {
      outcome: 'assigned',
      lead: '解放碑街道',
      coUnits: ['渝中区公安分局'],
      tier: 'town',
      clause: '噪声污染防治法第七十条',
      candidates: ['解放碑街道'],
      missing: [],
      reason: null,
      triageDesk: null,
    },
    ...changes,
  };
}
