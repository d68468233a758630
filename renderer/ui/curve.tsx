import { useId } from 'react';
import { type BoardStage, boardStages } from '../../shared/stage.ts';
import styles from './curve.module.css';

/** Heights of the curve at the joints of the columns and its slopes there, shared so that the pieces meet smoothly. */
const heights = [30, 20, 4, 7, 30, 8] as const;
const slopes = [0, -0.2, 0, 0.07, 0, -0.2] as const;

/** The piece of the relationship curve over one column; it stretches to any width and reaches over the gap. */
export function Curve({ stage }: { readonly stage: BoardStage }) {
  const gradient = useId();
  const index = boardStages.indexOf(stage);
  const next = Math.min(index + 2, boardStages.length);
  return (
    <div className={styles.curve} data-stage={stage} aria-hidden="true">
      <svg viewBox="0 0 100 34" preserveAspectRatio="none" focusable="false">
        <defs>
          <linearGradient id={gradient}>
            <stop offset=".55" stopColor={`var(--st${index + 1}-line)`} />
            <stop offset="1" stopColor={`var(--st${next}-line)`} />
          </linearGradient>
        </defs>
        <path d={piece(index)} stroke={`url(#${gradient})`} />
      </svg>
    </div>
  );
}

function piece(index: number): string {
  const from = heights[index] ?? 0;
  const to = heights[index + 1] ?? 0;
  const leaving = from + (slopes[index] ?? 0) * 33.3;
  const arriving = to - (slopes[index + 1] ?? 0) * 33.3;
  return `M0 ${from}C33.3 ${leaving.toFixed(2)} 66.7 ${arriving.toFixed(2)} 100 ${to}`;
}
