import { useEffect, useState } from 'react';
import type { UrgentNotice } from '#contract/manifest.ts';
import { useSession } from './session-context.ts';
import { useWall } from './use-wall.ts';

/** Browsers count no further in one timer, ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The urgent notice that stands now, or null. It begins and ends by itself, also when the host is away. */
export function useUrgent(): UrgentNotice | null {
  const notice = useSession((state) => state.kiosk.urgent);
  const ahead = useSession((state) => state.kiosk.centreAhead);
  const wall = useWall();
  const [now, setNow] = useState(wall);
  useEffect(() => {
    const moment = wall();
    setNow(moment);
    const next = notice === null ? null : moment < notice.from ? notice.from : moment < notice.until ? notice.until : null;
    if (next === null) return undefined;
    const timer = setTimeout(() => setNow(wall()), Math.min(LONGEST_TIMER, next - moment));
    return () => clearTimeout(timer);
  }, [notice, now, ahead, wall]);
  return notice !== null && notice.from <= now && now < notice.until ? notice : null;
}
