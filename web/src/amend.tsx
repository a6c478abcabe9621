import type { Board } from './board';
export function Registration(_: { id: string; board: Board; back: () => void; go: (way: string) => void }) {
  return <main />;
}
