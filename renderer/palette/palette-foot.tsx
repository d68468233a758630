import { Trans, useLingui } from '@lingui/react/macro';
import { KeyCap } from '../ui/key-cap.tsx';
import styles from './palette.module.css';
import { limitOf, type PaletteGroup } from './rows.ts';

export interface PaletteFootProps {
  readonly group: PaletteGroup | undefined;
  readonly isLimited: boolean;
  /** A quick note can be begun from the row. */
  readonly canWrite: boolean;
}

/** The keys of the moment, and what the search does. */
export function PaletteFoot({ group, isLimited, canWrite }: PaletteFootProps) {
  const { t } = useLingui();
  const only = {
    notes: t`only notes`,
    clients: t`only clients`,
    handoffs: t`only handoffs`,
    commands: t`only commands`,
  };
  const limitId = limitOf(group);
  const limit = isLimited ? t({ message: 'all', context: 'key hint' }) : limitId && only[limitId];
  return (
    <footer className={styles.foot}>
      <span className={styles.hint}>
        <KeyCap keys="ArrowUp" />
        <KeyCap keys="ArrowDown" />
        <Trans context="key hint">choose</Trans>
      </span>
      <span className={styles.hint}>
        <KeyCap keys="Enter" />
        <Trans context="key hint">open</Trans>
      </span>
      {limit !== null && (
        <span className={styles.hint}>
          <KeyCap keys="Tab" />
          {limit}
        </span>
      )}
      {canWrite && (
        <span className={styles.hint}>
          <KeyCap keys="Mod+Enter" />
          <Trans context="key hint">note</Trans>
        </span>
      )}
      <span className={styles.promise}>
        <Trans>in any form of the word</Trans>
      </span>
    </footer>
  );
}
