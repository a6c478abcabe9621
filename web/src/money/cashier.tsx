/** The page of the cashier with its words: apart, so that who does not open it loads neither. */
import type { Board } from '../board';
import { screen } from '../spoken';
import { moneyDictionary } from './moneywords';

const Page = screen([moneyDictionary], async () => (await import('./cashboard')).CashBoard);

export const Cashier = (props: { board: Board; open: (crossing: string) => void }) => <Page {...props} />;
