import { type ReactNode, useEffect, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './skeleton.module.css';

export interface SkeletonProps {
  readonly height?: number;
  readonly width?: number | string;
  readonly className?: string | undefined;
}

/** A grey place for what is still being read. Put it inside `AfterPause`. */
export function Skeleton({ height = 16, width = '100%', className }: SkeletonProps) {
  return <div className={classNames(styles.skeleton, className)} style={{ height, width }} aria-hidden="true" />;
}

/** Shows its content only when the wait is long enough to be noticed. */
export function AfterPause({ children, pause = 150 }: { readonly children: ReactNode; readonly pause?: number }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), pause);
    return () => clearTimeout(timer);
  }, [pause]);
  return isLong ? children : null;
}
