import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Within so many pixels of its end a box counts as being at its end: nobody scrolls to the pixel. */
const nearEnd = 40;

export interface Follow {
  box: RefObject<HTMLElement | null>;
  /** False once somebody has scrolled up to read. */
  follows: boolean;
  onScroll: () => void;
  toLatest: () => void;
}

/** Keeps a box that grows at its end, until somebody scrolls up; `content` is anything that changes with what it shows. */
export function useFollow(content: unknown): Follow {
  const box = useRef<HTMLElement>(null);
  const [follows, setFollows] = useState(true);
  useLayoutEffect(() => {
    if (follows && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [content, follows]);
  const onScroll = useCallback(() => {
    if (!box.current) return;
    const { scrollHeight, scrollTop, clientHeight } = box.current;
    setFollows(scrollHeight - scrollTop - clientHeight < nearEnd);
  }, []);
  const toLatest = useCallback(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setFollows(true);
  }, []);
  return { box, follows, onScroll, toLatest };
}
