/** Which of today's vehicles an officer has chosen to see, and in which order. */
import type { Direction } from '../wire';

export interface Chosen {
  gate: string;
  direction: Direction | '';
  here: boolean;
  order: 'newest' | 'longest' | 'action';
  sought: string;
  selected: string | null;
}

export const nothingChosen: Chosen = {
  gate: '',
  direction: '',
  here: false,
  order: 'newest',
  sought: '',
  selected: null,
};

export type Choose = (part: Partial<Chosen>) => void;
