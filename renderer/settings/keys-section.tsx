import { useLingui } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { openOverlay } from '../ui/navigation.ts';
import { turnSingleKeys, useSession } from '../ui/session.ts';
import { Switch } from '../ui/switch.tsx';
import styles from './settings-page.module.css';
import { SystemShortcutRow } from './system-shortcut-row.tsx';

export function KeysSection() {
  const { t } = useLingui();
  const areSingleKeysOn = useSession((session) => session.areSingleKeysOn);
  return (
    <div className={styles.rows}>
      <div className={styles.row}>
        <span className={styles.name}>{t`Keyboard`}</span>
        <Switch
          isSelected={areSingleKeysOn}
          onChange={turnSingleKeys}
          hint={t`N writes a note, C adds a client. Off, they do nothing outside a field either.`}
        >
          {t`Single letters as keys`}
        </Switch>
      </div>
      <SystemShortcutRow />
      <div className={styles.row}>
        <span className={styles.name}>
          {t`All keys`}
          <span className={styles.note}>{t`each page has its own, and shows them the same way`}</span>
        </span>
        <div className={styles.value}>
          <Button keys="Shift+Slash" onPress={() => openOverlay({ name: 'key-sheet' })}>{t`Show the keys`}</Button>
        </div>
      </div>
    </div>
  );
}
