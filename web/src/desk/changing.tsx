/** The page of transshipment with its words: apart, so that who does not open it loads neither. */
import type { Board } from '../board';
import { screen } from '../spoken';
import { changingDictionary } from './changingwords';

const Page = screen([changingDictionary], async () => (await import('./changeboard')).ChangeBoard);

export const Changing = (props: { board: Board; open: (crossing: string) => void }) => <Page {...props} />;
