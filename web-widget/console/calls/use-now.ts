import { useEffect, useState } from 'react';

/** The present, told anew every so many milliseconds while `runs`. */
export function useNow(everyMs: number, runs = true): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!runs) return;
    const tick = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(tick);
  }, [everyMs, runs]);
  return now;
}
