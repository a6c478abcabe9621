/** A long list of rows of one height: only those in sight are in the page. */
import { useEffect, useRef, useState, type RefObject } from 'react';

/** What is drawn beyond what is in sight: a thumb throws a list further than a frame draws. */
const OVERSCAN = 16;
/** It is drawn anew after so many rows, not after every pixel. */
const STEP = 4;

export interface Window {
  scroller: RefObject<HTMLDivElement | null>;
  scrolled: (top: number) => void;
  first: number;
  last: number;
  /** How many rows a page key goes. */
  page: number;
}

/**
 * @param at the chosen row, which is kept in sight
 * @param head what stands above the rows and stays there
 */
export function useWindow(
  many: number,
  height: number,
  at: number,
  head: () => number,
): Window {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [room, setRoom] = useState(800);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => setRoom(box.clientHeight));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const box = scroller.current;
    if (box === null || at < 0) return;
    const above = head();
    const [from, to] = [at * height, (at + 1) * height];
    if (from < box.scrollTop) box.scrollTop = from;
    else if (to > box.scrollTop + box.clientHeight - above) box.scrollTop = to - box.clientHeight + above;
  }, [at, height]);
  return {
    scroller,
    scrolled: (now) => setTop(now - (now % (STEP * height))),
    first: Math.max(0, Math.min(many, Math.floor(top / height)) - OVERSCAN),
    last: Math.min(many, Math.ceil((top + room) / height) + STEP + OVERSCAN),
    page: Math.max(1, Math.floor(room / height) - 2),
  };
}
