/** Big keys suited to plates: the beginnings that come most, digits, and letters when a letter is next. */
import { useSpeech } from './speech';
import { useKeys } from '../keys';

/** Series letters in use; those that are hard to tell from digits are not given out. */
const LETTERS = [...'CHRABDEFGKLMNPSTUVXYZ'];
const DIGITS = [...'123456789'];
const CHINESE = [...'桂粤云湘鄂赣闽浙'];
const LONGEST = 9;

export type Keys = 'digits' | 'letters' | 'chinese';

/** What kind of key is next in a plate that is being typed. */
export function keysAfter(text: string): Keys {
  if (/^\d\d$/.test(text) || /^\p{Script=Han}$/u.test(text)) return 'letters';
  return 'digits';
}

interface Props {
  text: string;
  prefixes: string[];
  keys: Keys;
  setKeys: (keys: Keys) => void;
  setText: (text: string) => void;
  enter: () => void;
  enterLabel: string;
}

export function PlatePad({ text, prefixes, keys, setKeys, setText, enter, enterLabel }: Props) {
  const { say } = useSpeech();
  const put = (part: string) => {
    const next = (text + part).slice(0, LONGEST);
    setText(next);
    setKeys(keysAfter(next));
  };
  const back = () => {
    const next = [...text].slice(0, -1).join('');
    setText(next);
    setKeys(keysAfter(next));
  };

  useKeys((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (letter !== undefined || digit !== undefined) put(letter ?? digit ?? '');
    else if (event.key === 'Backspace') back();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) enter();
    else return;
    event.preventDefault();
  });

  const key = (one: string, look = '') => (
    <button type="button" key={one} className={`key ${look}`} onClick={() => put(one)}>
      {one}
    </button>
  );
  return (
    <div className="pad" data-keys={keys}>
      <div className="pad-prefixes">
        {prefixes.map((prefix) => (
          <button type="button" key={prefix} className="key prefix" onClick={() => { setText(prefix); setKeys('digits'); }}>
            {prefix}
          </button>
        ))}
      </div>
      {keys === 'digits' && (
        <div className="pad-digits">
          {DIGITS.map((one) => key(one))}
          <button type="button" className="key small" onClick={() => setKeys('letters')}>
            {say('letters')}
          </button>
          {key('0')}
          <button type="button" className="key small" onClick={back} disabled={text === ''} aria-label={say('back')}>
            ⌫
          </button>
        </div>
      )}
      {keys === 'letters' && (
        <div className="pad-letters">
          {LETTERS.map((one) => key(one))}
          <button type="button" className="key small" onClick={() => setKeys('digits')}>
            {say('digits')}
          </button>
          <button type="button" className="key small" onClick={() => setKeys('chinese')} aria-label={say('chinese')}>
            中
          </button>
          <button type="button" className="key small" onClick={back} disabled={text === ''} aria-label={say('back')}>
            ⌫
          </button>
        </div>
      )}
      {keys === 'chinese' && (
        <div className="pad-digits">
          {CHINESE.map((one) => (
            <button type="button" key={one} className="key" onClick={() => { setText(one); setKeys('letters'); }}>
              {one}
            </button>
          ))}
          <button type="button" className="key small" onClick={() => setKeys('digits')}>
            {say('digits')}
          </button>
        </div>
      )}
      <button type="button" className="key enter" onClick={enter} disabled={text.length < 4}>
        {enterLabel}
      </button>
    </div>
  );
}
