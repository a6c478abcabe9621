export function Lot(_: { now: number; back: () => void }) {
  return <main />;
}
