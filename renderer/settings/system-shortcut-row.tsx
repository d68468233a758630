import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { SettingsPage } from '../../shared/contract/settings.ts';
import { shortcutsOn, type SystemShortcut } from '../../shared/system-shortcut.ts';
import { platform } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/button.tsx';
import { keyLabel } from '../ui/keys.ts';
import { Select } from '../ui/select.tsx';
import { useSession } from '../ui/session.ts';
import { chooseSystemShortcut } from './settings-calls.ts';
import styles from './settings-page.module.css';

export function SystemShortcutRow() {
  const shortcut = useSession((session) => session.settings?.systemShortcut);
  return shortcut === undefined ? null : <Row shortcut={shortcut} />;
}

const off = 'off';

function Row({ shortcut }: { readonly shortcut: SettingsPage['systemShortcut'] }) {
  const { t } = useLingui();
  const offered = shortcutsOn(platform());
  const [refused, setRefused] = useState<SystemShortcut | null>(null);
  const missing = refused ?? (shortcut.isGiven ? null : shortcut.keys);
  const doesNotWork = (keys: SystemShortcut) => {
    const label = keyLabel(keys);
    return t`${label} does not work: another program has these keys, or the system gives programs none`;
  };

  async function choose(keys: SystemShortcut | null): Promise<void> {
    const isGiven = await chooseSystemShortcut(keys);
    setRefused(isGiven ? null : keys);
    if (!isGiven && keys !== null) announce(doesNotWork(keys), 'assertive');
  }

  return (
    <div className={styles.row}>
      <span className={styles.name}>{t`Quick note from any program`}</span>
      <div className={styles.value}>
        <Select
          label={t`Quick note from any program`}
          isLabelHidden
          options={[
            { id: off, label: t({ message: 'Off', context: 'a shortcut' }) },
            ...offered.map((keys) => ({ id: keys, label: keyLabel(keys) })),
          ]}
          value={shortcut.keys ?? off}
          onChange={(id) => void choose(offered.find((keys) => keys === id) ?? null)}
          hint={
            platform() === 'linux'
              ? t`Also while another program is in front. Under Wayland the desktop asks first, and may give other keys or none.`
              : t`Also while another program is in front.`
          }
          {...(missing === null ? {} : { error: doesNotWork(missing) })}
          className={styles.shortcut}
        />
        {missing !== null && <Button onPress={() => void choose(missing)}>{t`Try again`}</Button>}
      </div>
    </div>
  );
}
