/** What is open beside the lists; whatever comes to it gets the cursor. */
import { useEffect, useRef, type ReactNode } from 'react';
import { usePeople } from './say';

interface SideProps {
  title: string | null;
  /** Another one: something else is shown. */
  turn: string;
  /** Another one: the same shows something else, by itself. */
  part: string;
  close: (() => void) | null;
  children: ReactNode;
}

export function Side({ title, turn, part, close, children }: SideProps) {
  const { say } = usePeople();
  const side = useRef<HTMLElement>(null);
  const last = useRef('');
  useEffect(() => {
    const box = side.current;
    const byItself = turn === last.current;
    last.current = turn;
    if (turn === '' || box === null) return;
    const at = document.activeElement;
    // Nobody who types elsewhere is called away.
    if (byItself && at !== null && at !== document.body && !box.contains(at)) return;
    const first =
      box.querySelector<HTMLElement>('form :is(input, select), form [type=submit]') ??
      box.querySelector<HTMLElement>('[data-first]');
    (first ?? box).focus();
    box.scrollIntoView({ block: 'nearest' });
  }, [turn, part]);
  return (
    <section className="panel people-side" ref={side} tabIndex={-1} aria-label={title ?? say('people')}>
      {title !== null && (
        <div className="head">
          <h2>{title}</h2>
          {close !== null && (
            <button type="button" className="push" onClick={close}>
              <kbd>Esc</kbd> {say('keyBack')}
            </button>
          )}
        </div>
      )}
      <div className="people-body">{children}</div>
    </section>
  );
}
