import { useEffect, useState } from 'react';

/** The time in ms, renewed every `every` ms: a page left open overnight must learn that it is another day. */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
