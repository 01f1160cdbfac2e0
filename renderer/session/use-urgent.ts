import { useEffect, useState } from 'react';
import type { UrgentNotice } from '#contract/manifest.ts';
import { useSession } from './session-context.ts';

/** Browsers count no further in one timer, ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The urgent notice that stands now, or null. It begins and ends by itself, also when the host is away. */
export function useUrgent(): UrgentNotice | null {
  const notice = useSession((state) => state.kiosk.urgent);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const moment = Date.now();
    setNow(moment);
    const next = notice === null ? null : moment < notice.from ? notice.from : moment < notice.until ? notice.until : null;
    if (next === null) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(LONGEST_TIMER, next - moment));
    return () => clearTimeout(timer);
  }, [notice, now]);
  return notice !== null && notice.from <= now && now < notice.until ? notice : null;
}
