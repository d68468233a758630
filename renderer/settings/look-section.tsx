import { useLingui } from '@lingui/react/macro';
import { Segmented } from '../ui/segmented.tsx';
import { useLanguage, useSession } from '../ui/session.ts';
import { changeLanguage, changeTheme } from './settings-calls.ts';
import styles from './settings-page.module.css';

export function LookSection() {
  const { t } = useLingui();
  const language = useLanguage();
  const theme = useSession((session) => session.theme);
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
    </div>
  );
}
