import { useLingui } from '@lingui/react/macro';
import { Segmented } from '../ui/segmented.tsx';
import { turnSingleKeys, useLanguage, useSession } from '../ui/session.ts';
import { Switch } from '../ui/switch.tsx';
import { changeLanguage, changeTheme } from './settings-calls.ts';
import styles from './settings-page.module.css';

export function LookSection() {
  const { t } = useLingui();
  const language = useLanguage();
  const theme = useSession((session) => session.theme);
  const areSingleKeysOn = useSession((session) => session.areSingleKeysOn);
  return (
    <div className={styles.rows}>
      <div className={styles.row}>
        <span className={styles.name}>{t`Language`}</span>
        <div className={styles.value}>
          <Segmented
            label={t`Language`}
            segments={[
              { id: 'ru', label: 'Русский', lang: 'ru' },
              { id: 'en', label: 'English', lang: 'en' },
            ]}
            value={language}
            onChange={(chosen) => void changeLanguage(chosen)}
          />
        </div>
      </div>
      <div className={styles.row}>
        <span className={styles.name}>{t`Theme`}</span>
        <div className={styles.value}>
          <Segmented
            label={t`Theme`}
            segments={[
              { id: 'system', label: t`As the system` },
              { id: 'light', label: t`Light` },
              { id: 'dark', label: t`Dark` },
            ]}
            value={theme}
            onChange={(chosen) => void changeTheme(chosen)}
          />
        </div>
      </div>
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
    </div>
  );
}
