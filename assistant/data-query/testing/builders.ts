import type { DataQuery } from '../data-query.ts';

/** A valid plan over the tickets of one month; a test names only what matters to it. */
export function dataQuery(changes: Partial<DataQuery> = {}): DataQuery {
  return {
    kind: 'aggregate',
    subject: 'ticket',
    metrics: ['ticket_count'],
    dimensions: [],
    grain: null,
    filter: null,
    window: { from: '2025-05-01', to: '2025-05-31', said: '上个月' },
    comparison: null,
    share: false,
    part: null,
    having: null,
    orderBy: [],
    limit: null,
    offset: 0,
    columns: [],
    pick: null,
    distinct: false,
    chart: null,
    ...changes,
  };
}
