import type { Desk } from './desk';
export function Kept(_: { desk: Desk; back: () => void; go: (way: string) => void }) {
  return <main />;
}
