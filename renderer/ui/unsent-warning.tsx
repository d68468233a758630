import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { announce } from './announce.ts';
import styles from './unsent-warning.module.css';

export interface UnsentWarning {
  readonly isWarned: boolean;
  /** Says that Escape would take unsent words away; the next one may. */
  readonly warn: () => void;
  /** Somebody goes on typing. */
  readonly forget: () => void;
  readonly sentence: ReactNode;
}

/** A form may reach below the edge of the window. */
function bringIntoSight(sentence: Element | null): void {
  sentence?.scrollIntoView({ block: 'nearest' });
}

export function useUnsentWarning(): UnsentWarning {
  const { t } = useLingui();
  const [isWarned, setWarned] = useState(false);
  const sentence = t`Not sent yet. Escape closes this without it.`;
  return {
    isWarned,
    warn: () => {
      setWarned(true);
      announce(sentence);
    },
    forget: () => setWarned(false),
    sentence: isWarned && (
      <span ref={bringIntoSight} className={styles.unsent}>
        {sentence}
      </span>
    ),
  };
}
