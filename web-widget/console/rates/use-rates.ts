import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RatesAnswer } from '../../../channels/http/ticket-types.ts';
import { desk } from '../api/desk-client.ts';

export interface RatesView {
  by: 'unit' | 'district';
  /** Days of filing, `2026-11-01`; empty for the present month. */
  from: string;
  to: string;
}

const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/u.test(text ?? '');

export function readRatesView(search: URLSearchParams): RatesView {
  const [from, to] = [search.get('from'), search.get('to')];
  return {
    by: search.get('by') === 'district' ? 'district' : 'unit',
    from: isDay(from) ? from : '',
    to: isDay(to) ? to : '',
  };
}

export function useRates({ by, from, to }: RatesView) {
  const search = new URLSearchParams({ by, ...(from && { from }), ...(to && { to }) });
  return useQuery({
    queryKey: ['rates', search.toString()],
    queryFn: ({ signal }) => desk.get<RatesAnswer>(`/ticket-rates?${search}`, signal),
    placeholderData: keepPreviousData,
    enabled: !from || !to || from <= to,
  });
}
