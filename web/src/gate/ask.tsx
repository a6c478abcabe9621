/** A short form over the page: what is asked before an act, and what is wrong with an answer. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { rowFrom } from './arrows';
import { useSpeech } from './speech';

/** So many characters a note has at the most, as the server reads them. */
const NOTE = 500;
/** From here on they are counted. */
const NEAR = 400;

interface AskProps {
  title: string;
  why?: string;
  submit: string;
  /** Reads the form: what is to be sent, or what is wrong and where. */
  read: (form: FormData) => { body: Record<string, unknown> } | { wrong: string; field: string };
  done: (body: Record<string, unknown>) => void;
  close: () => void;
  children?: ReactNode;
}

export function Ask({ title, why, submit, read, done, close, children }: AskProps) {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  // Before the next key: what is pressed now is meant for the dialog, not for what lies behind it.
  useLayoutEffect(() => {
    const box = dialog.current;
    box?.showModal();
    const first = box?.querySelector<HTMLElement>('input:checked, input, select, textarea');
    (first ?? box?.querySelector<HTMLElement>('button[type=submit]'))?.focus();
  }, []);
  return (
    <dialog ref={dialog} className="ask" aria-labelledby="ask-title" onClose={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const over = String(form.get('note') ?? '').trim().length - NOTE;
          const answer = over > 0 ? { wrong: say('noteOver', over), field: 'note' } : read(form);
          if ('wrong' in answer) {
            setWrong(answer.wrong);
            event.currentTarget.querySelector<HTMLElement>(`[name="${answer.field}"]`)?.focus();
          } else done(answer.body);
        }}
        onKeyDown={(event) => {
          // Enter is the answer wherever one is, but in a note of several lines.
          const { target } = event;
          if (event.nativeEvent.isComposing) return;
          if (target instanceof HTMLInputElement && target.type === 'checkbox') {
            // The arrows go from one box to the next, as they do between the choices of one.
            const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('[type=checkbox]')];
            const next = rowFrom(boxes.indexOf(target), event.key, boxes.length, boxes.length);
            if (next !== null) {
              event.preventDefault();
              boxes[next]?.focus();
              return;
            }
          }
          if (event.key !== 'Enter') return;
          // The key that opened it and is still held answers nothing.
          if (event.repeat) return event.preventDefault();
          if (target instanceof HTMLInputElement) {
            event.preventDefault();
            event.currentTarget.requestSubmit();
          }
        }}
      >
        <h2 id="ask-title">{title}</h2>
        {why !== undefined && <p>{why}</p>}
        {children}
        {wrong !== null && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
        <div className="buttons">
          <button type="button" onClick={close}>
            <kbd>Esc</kbd> {say('cancel')}
          </button>
          <button type="submit" className="primary">
            {submit} <kbd>Enter</kbd>
          </button>
        </div>
      </form>
    </dialog>
  );
}

interface ChoiceProps {
  name: string;
  legend: string;
  many?: boolean;
  options: readonly { value: string; text: string; on?: boolean }[];
}

/** One of several, or some of several. */
export const Choice = ({ name, legend, many = false, options }: ChoiceProps) => (
  <fieldset className={options.length > 4 ? 'two' : undefined}>
    <legend>{legend}</legend>
    {options.map(({ value, text, on }) => (
      <label key={value}>
        <input type={many ? 'checkbox' : 'radio'} name={name} value={value} defaultChecked={on} />
        <span>{text}</span>
      </label>
    ))}
  </fieldset>
);

/** @param text what it is for, where it is more than a note */
export function Note({ must = false, label = 'note', text }: { must?: boolean; label?: 'note' | 'reasonTwo'; text?: string }) {
  const { say } = useSpeech();
  const [many, setMany] = useState(0);
  const over = many > NOTE;
  // Nothing is cut off: what is too long stays there, and is refused with how much.
  return (
    <label className="note-field">
      <span>{text ?? say(label)}</span>
      <textarea
        name="note"
        rows={3}
        required={must}
        aria-invalid={over}
        aria-describedby="note-count"
        placeholder={say('noteLong')}
        onChange={(event) => setMany(event.target.value.trim().length)}
      />
      <small id="note-count" className={over ? 'wrong' : undefined} role="status">
        {over ? say('noteOver', many - NOTE) : many >= NEAR ? `${many} / ${NOTE}` : say('noteLong')}
      </small>
    </label>
  );
}

/** A note that is not empty, as a part of what is sent. */
export function noteIn(form: FormData): { note?: string } {
  const note = String(form.get('note') ?? '').trim();
  return note === '' ? {} : { note };
}
