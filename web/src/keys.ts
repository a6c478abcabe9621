/** Keys of a whole page. */
import { useLayoutEffect, useRef } from 'react';

/**
 * Hears every key of the page but those that belong to a dialog or to an input method. It is answered by
 * what is on the screen at that moment: a key that is pressed as soon as its button shows is not lost.
 *
 * @param inDialogs whether keys of dialogs are heard as well
 */
export function useKeys(typed: (event: KeyboardEvent) => void, inDialogs = false): void {
  const latest = useRef(typed);
  useLayoutEffect(() => {
    latest.current = typed;
  });
  useLayoutEffect(() => {
    // Asked before anybody hears the key: the one that closes a dialog is the dialog's.
    let dialog = false;
    const look = () => {
      dialog = document.querySelector('dialog[open]') !== null;
    };
    const hear = (event: KeyboardEvent) => {
      if (!event.isComposing && (inDialogs || !dialog)) latest.current(event);
    };
    addEventListener('keydown', look, true);
    addEventListener('keydown', hear);
    return () => {
      removeEventListener('keydown', look, true);
      removeEventListener('keydown', hear);
    };
  }, [inDialogs]);
}
