import { useLingui } from '@lingui/react/macro';
import { textSizes } from '../../shared/contract/settings.ts';
import { chooseTextSize } from '../ui/choose-text-size.ts';
import { formatFigure } from '../ui/format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useLanguage, useSession } from '../ui/session.ts';
import { changeLanguage, changeTheme } from './settings-calls.ts';
import styles from './settings-page.module.css';

export function LookSection() {
  const { t } = useLingui();
  const language = useLanguage();
  const theme = useSession((session) => session.theme);
  const textSize = useSession((session) => session.textSize);
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
        <span className={styles.name}>{t`Text size`}</span>
        <div className={styles.value}>
          <Segmented
            label={t`Text size`}
            segments={textSizes.map((size) => ({ id: String(size), label: formatFigure(language, String(size), '%') }))}
            value={String(textSize)}
            onChange={(chosen) => {
              const size = textSizes.find((each) => String(each) === chosen);
              if (size !== undefined) void chooseTextSize(size);
            }}
          />
        </div>
      </div>
    </div>
  );
}
