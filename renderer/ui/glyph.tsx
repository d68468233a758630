import type { ReactNode } from 'react';
import type { Stage } from '../../shared/stage.ts';
import { classNames } from './class-names.ts';
import styles from './glyph.module.css';

/** Each glyph is cut from the relationship curve: stages are told apart by shape first, by colour second. */
const shapes = {
  acquaintance: (
    <>
      <path d="M2 13c3.2 0 5.2-1 7.4-3.6" />
      <circle cx="11.4" cy="7" r="2.4" />
    </>
  ),
  honeymoon: (
    <>
      <path d="M2 13.4c4.2 0 4.6-7 8.6-9" />
      <circle cx="12.4" cy="3.6" r="2.4" />
    </>
  ),
  stable: (
    <>
      <path d="M1.8 7h3.4M10.8 7h3.4" />
      <circle cx="8" cy="7" r="2.4" />
    </>
  ),
  stagnation: (
    <>
      <path d="M2 2.8c4.2 0 4.6 6.6 8.6 8.6" />
      <circle cx="12.4" cy="12.2" r="2.4" />
    </>
  ),
  reanimation: (
    <>
      <path d="M1.8 3.2c1.4 6 3 9.6 5.2 9.6 2.4 0 3-3.4 4.2-6" />
      <circle cx="12.4" cy="4.2" r="2.4" />
    </>
  ),
  ended: (
    <>
      <path d="M1.8 8h5.6" />
      <rect x="9.4" y="5" width="5.6" height="6" rx="1.3" />
    </>
  ),
} as const satisfies Readonly<Record<Stage, ReactNode>>;

export interface GlyphProps {
  readonly stage: Stage;
  readonly size?: number;
  readonly className?: string | undefined;
}

export function Glyph({ stage, size = 16, className }: GlyphProps) {
  return (
    <svg
      className={classNames(styles.glyph, className)}
      data-stage={stage}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {shapes[stage]}
    </svg>
  );
}
