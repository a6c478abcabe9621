/** Keys of a whole page. */
import { useLayoutEffect, useRef } from 'react';

/**
 * Hears every key of the page but those that belong to a dialog or to an input method. It is answered by
 * what is on the screen at that moment: a key that is pressed as soon as its button shows is not lost.
 */
export function useKeys(typed: (event: KeyboardEvent) => void): void {
  const latest = useRef(typed);
  useLayoutEffect(() => {
    latest.current = typed;
  });
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
      latest.current(event);
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}
