/** Charts as the printed report of a year draws them, in the colours of the page; every number stands in a table too. */
const WIDTH = 1000;
const HEIGHT = 230;
const LEFT = 66;
const BOTTOM = 22;
const TOP = 10;
const STEPS = 4;

/** The least number of the form 1, 2, 2.5 or 5 with noughts that lets all values stay below four steps of it. */
export function topOf(most: number): number {
  const step = Math.max(most, 1e-9) / STEPS;
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find((one) => step <= one * power * (1 + 1e-9)) ?? 10;
  return factor * power * STEPS;
}

export interface Series {
  name: string;
  /** A gap where nothing is known. */
  values: readonly (number | null)[];
  tone: 'now' | 'before';
}

interface ChartProps {
  labels: readonly string[];
  series: readonly Series[];
  scale: (value: number) => string;
  title: string;
}

const mostOf = (series: readonly Series[]): number => Math.max(0, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));

function Frame({ labels, top, scale }: { labels: readonly string[]; top: number; scale: (value: number) => string }) {
  const slot = (WIDTH - LEFT) / labels.length;
  const every = labels.length > 16 ? 2 : 1;
  return (
    <>
      {Array.from({ length: STEPS + 1 }, (_, i) => {
        const y = yOf((top * i) / STEPS, top);
        return (
          <g key={i}>
            <line className="rule" x1={LEFT} x2={WIDTH} y1={y} y2={y} />
            <text x={LEFT - 7} y={y + 4} textAnchor="end">
              {scale((top * i) / STEPS)}
            </text>
          </g>
        );
      })}
      {labels.map((label, i) =>
        i % every === 0 ? (
          <text key={label} x={LEFT + slot * (i + 0.5)} y={HEIGHT - 5} textAnchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </>
  );
}

const yOf = (value: number, top: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);

/** Bars of each place side by side. */
export function Bars({ labels, series, scale, title }: ChartProps) {
  const top = topOf(mostOf(series));
  const slot = (WIDTH - LEFT) / labels.length;
  const wide = (slot * 0.74) / series.length;
  return (
    <svg className="stat-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      <Frame labels={labels} top={top} scale={scale} />
      {series.map((one, s) =>
        one.values.map((value, i) =>
          value === null ? null : (
            <rect
              key={`${one.name} ${labels[i]}`}
              className={one.tone}
              x={LEFT + slot * (i + 0.13) + s * wide}
              width={Math.max(1, wide - 1.5)}
              y={yOf(value, top)}
              height={Math.max(0, yOf(0, top) - yOf(value, top))}
            />
          ),
        ),
      )}
    </svg>
  );
}

/** A line a series with a point at each value; a gap where there is none. */
export function Lines({ labels, series, scale, title }: ChartProps) {
  const top = topOf(mostOf(series));
  const slot = (WIDTH - LEFT) / labels.length;
  const x = (i: number) => LEFT + slot * (i + 0.5);
  return (
    <svg className="stat-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      <Frame labels={labels} top={top} scale={scale} />
      {series.map((one) => (
        <g key={one.name} className={one.tone}>
          {runs(one.values).map((run) => (
            <polyline key={run[0]} points={run.map((i) => `${x(i)},${yOf(one.values[i] ?? 0, top)}`).join(' ')} />
          ))}
          {one.values.map((value, i) => (value === null ? null : <circle key={labels[i]} cx={x(i)} cy={yOf(value, top)} r={3.5} />))}
        </g>
      ))}
    </svg>
  );
}

/** The places without a gap between them. */
export function runs(values: readonly (number | null)[]): number[][] {
  const found: number[][] = [];
  values.forEach((value, i) => {
    if (value === null) return;
    const last = found.at(-1);
    if (last !== undefined && last.at(-1) === i - 1) last.push(i);
    else found.push([i]);
  });
  return found;
}

export function Legend({ series }: { series: readonly Series[] }) {
  return (
    <p className="stat-legend">
      {series.map((one) => (
        <span key={one.name}>
          <i className={one.tone} aria-hidden="true" /> {one.name}
        </span>
      ))}
    </p>
  );
}
