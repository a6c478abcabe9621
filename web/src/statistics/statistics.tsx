/** The page of statistics with its words: apart, so that who does not open it loads neither. */
import type { Board } from '../board';
import { screen } from '../spoken';
import { statDictionary } from './statwords';

const Page = screen([statDictionary], async () => (await import('./figures')).Figures);

export const Statistics = (props: { board: Board }) => <Page {...props} />;
