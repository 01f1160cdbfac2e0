import { DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { useSession } from '../../session/session-context.ts';

/** The service point's time zone: staff read its clock, not the machine's. */
export function useTimeZone(): string {
  return useSession((state) => state.kiosk.boot?.servicePoint?.timezone) ?? DEFAULT_TIME_ZONE;
}
