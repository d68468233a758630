import { classNames } from './class-names.ts';
import styles from './icon.module.css';
import { type IconName, iconShapes } from './icon-shapes.tsx';

export interface IconProps {
  readonly name: IconName;
  /** Edge in pixels; the stroke keeps its weight. */
  readonly size?: 12 | 14 | 16 | 18 | 20;
  readonly className?: string | undefined;
}

/** Always beside words or inside a control that has a name: never announced itself. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      className={classNames(styles.icon, className)}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {iconShapes[name]}
    </svg>
  );
}
