/** The officers' desk: today's vehicles, the file of one, an agency's papers, and the keys between them. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { fileIn, onPapers, useHash } from '../address';
import type { Board } from '../board';
import { nothingChosen, type Chosen } from './chosen';
import { VehicleFile } from './file';
import { useSpeech } from './speech';
import { Today } from './today';

/** Who only looks does not load what is needed to confirm. */
const Papers = lazy(async () => ({ default: (await import('./papers')).Papers }));

const open = (file: string): void => {
  location.hash = `/crossings/${encodeURIComponent(file)}`;
};
const back = (): void => {
  location.hash = '';
};

export function Desk({ board }: { board: Board }) {
  const { say } = useSpeech();
  const hash = useHash();
  const id = fileIn(hash);
  const papers = onPapers(hash);
  const [chosen, setChosen] = useState<Chosen>(nothingChosen);
  const searchBox = useRef<HTMLInputElement>(null);
  const choose = useCallback(
    (part: Partial<Chosen>) => setChosen((before) => ({ ...before, ...part })),
    [],
  );
  const openChosen = useCallback(
    (file: string) => {
      choose({ selected: file });
      open(file);
    },
    [choose],
  );

  useEffect(() => {
    const keys = (event: globalThis.KeyboardEvent) => {
      if (board.role !== 'DESK') return;
      if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'F2' && board.me?.agency !== undefined) {
        event.preventDefault();
        location.hash = papers ? '' : '/papers';
        return;
      }
      if (papers) return;
      if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (id !== null) back();
        requestAnimationFrame(() => searchBox.current?.select());
      } else if (event.key === 'Escape' && id !== null) {
        back();
      } else if (event.key === 'Escape' && event.target === searchBox.current) {
        choose({ sought: '' });
        document.getElementById('vehicles')?.focus();
      } else if (
        (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') &&
        (event.target === document.body || event.target === searchBox.current)
      ) {
        document.getElementById('vehicles')?.focus();
        event.preventDefault();
      }
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, [id, papers, choose, board.role, board.me]);

  // What was chosen outlives a connection that is made again; nothing is shown meanwhile.
  if (board.role !== 'DESK') return null;
  if (papers) {
    return (
      <Suspense fallback={<p className="empty">{say('loading')}</p>}>
        <Papers board={board} />
      </Suspense>
    );
  }
  if (id !== null) return <VehicleFile key={id} board={board} id={id} back={back} />;
  return (
    <Today board={board} chosen={chosen} choose={choose} open={openChosen} searchBox={searchBox} />
  );
}
