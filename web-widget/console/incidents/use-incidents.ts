import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { IncidentDetail, IncidentList } from '../../../channels/http/incident-types.ts';
import { desk } from '../api/desk-client.ts';

/** Incidents with a report in the last `days`, of at least so many people. */
export function useIncidents({ days, people }: { days: number; people: number }) {
  return useQuery({
    queryKey: ['incidents', days, people],
    queryFn: ({ signal }) => desk.get<IncidentList>(`/incidents?days=${days}&people=${people}&limit=50`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

export function useIncident(id: string) {
  return useQuery({
    queryKey: ['incidents', id],
    queryFn: ({ signal }) => desk.get<IncidentDetail>(`/incidents/${encodeURIComponent(id)}`, signal),
  });
}
