/** The page with its words: apart, so that who is no operator loads neither. */
import type { Board } from '../board';
import { screen } from '../spoken';
import { peopleDictionary } from './peoplewords';

const Page = screen([peopleDictionary], async () => (await import('./people')).People);

export const People = ({ board }: { board: Board }) => <Page board={board} />;
