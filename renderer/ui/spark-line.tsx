import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from './button.tsx';
import styles from './spark-line.module.css';

export interface SparkPoint {
  /** «нояб. 2026». */
  readonly label: string;
  /** Null is a gap. */
  readonly value: number | null;
  /** «31 %»; shown in the table. */
  readonly words: string;
}

export interface SparkLineProps {
  /** What is measured: names the table. */
  readonly name: string;
  /** Twelve at most, in order. */
  readonly points: readonly SparkPoint[];
  readonly goal: number | null;
}

const width = 288;
const height = 56;
const left = 4;
const right = width - 4;
const top = 4;
const bottom = height - 8;
const fewest = 3;

/** A small line of twelve months at most, and the same as a table; with too few points it says so instead. */
export function SparkLine({ name, points, goal }: SparkLineProps) {
  const { t } = useLingui();
  const [isTable, setTable] = useState(false);
  const count = points.filter(({ value }) => value !== null).length;
  if (count < fewest) return <TooFew count={count} />;
  return (
    <div className={styles.spark}>
      {isTable ? <PointTable name={name} points={points} /> : <Chart points={points} goal={goal} />}
      <div className={styles.foot}>
        <span aria-hidden className={styles.end}>
          {!isTable && points[0]?.label}
        </span>
        <Button
          look="quiet"
          size="small"
          className={styles.toggle}
          aria-label={isTable ? t`Line: ${name}` : t`Table: ${name}`}
          onPress={() => setTable(!isTable)}
        >
          {isTable ? <Trans>Line</Trans> : <Trans>Table</Trans>}
        </Button>
        <span aria-hidden className={styles.end}>
          {!isTable && points.at(-1)?.label}
        </span>
      </div>
    </div>
  );
}

function TooFew({ count }: { readonly count: number }) {
  return (
    <p className={styles.few}>
      {count === 0 ? (
        <Trans>Nothing is measured yet.</Trans>
      ) : (
        <Plural
          value={count}
          one="One month is measured so far. The line begins with the third."
          other={'#\u00a0months are measured so far. The line begins with the third.'}
        />
      )}
    </p>
  );
}

function Chart({ points, goal }: Pick<SparkLineProps, 'points' | 'goal'>) {
  const place = placing(points, goal);
  const runs = runsOf(points).map((run) => run.map(({ index, value }) => [place.x(index), place.y(value)] as const));
  const last = runs.at(-1)?.at(-1);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {goal !== null && <line className={styles.goal} x1={left} x2={right} y1={place.y(goal)} y2={place.y(goal)} />}
      {runs.map((run) => {
        const line = run.map(([x, y]) => `${x} ${y}`).join('L');
        const [first, end] = [run[0]?.[0] ?? 0, run.at(-1)?.[0] ?? 0];
        return (
          <g key={first}>
            {run.length > 1 && <path className={styles.fill} d={`M${first} ${height}L${line}L${end} ${height}Z`} />}
            {run.length > 1 && <path className={styles.line} d={`M${line}`} />}
            {run.length === 1 && <circle className={styles.lonely} cx={first} cy={run[0]?.[1]} r={1.75} />}
          </g>
        );
      })}
      {last !== undefined && <circle className={styles.dot} cx={last[0]} cy={last[1]} r={3} />}
    </svg>
  );
}

interface KnownPoint {
  readonly index: number;
  readonly value: number;
}

/** Stretches without a gap. */
function runsOf(points: readonly SparkPoint[]): readonly (readonly KnownPoint[])[] {
  const runs: KnownPoint[][] = [];
  let isOpen = false;
  for (const [index, { value }] of points.entries()) {
    if (value !== null && isOpen) runs.at(-1)?.push({ index, value });
    if (value !== null && !isOpen) runs.push([{ index, value }]);
    isOpen = value !== null;
  }
  return runs;
}

function placing(points: readonly SparkPoint[], goal: number | null) {
  const values = [...points.map(({ value }) => value), goal].filter((value) => value !== null);
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest;
  const round = (length: number) => Math.round(length * 100) / 100;
  return {
    x: (index: number) => round(left + ((right - left) * index) / Math.max(1, points.length - 1)),
    y: (value: number) => round(bottom - (bottom - top) * (span === 0 ? 0.5 : (value - lowest) / span)),
  };
}

function PointTable({ name, points }: Pick<SparkLineProps, 'name' | 'points'>) {
  return (
    <table className={styles.table} aria-label={name}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">
            <Trans>Month</Trans>
          </th>
          <th scope="col">
            <Trans>Value</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ label, value, words }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value === null ? <Trans>not measured</Trans> : words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
