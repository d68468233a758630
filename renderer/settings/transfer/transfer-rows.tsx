import { useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button.tsx';
import { openOverlay } from '../../ui/navigation.ts';
import styles from '../settings-page.module.css';

/** The way in and out: notes for other programs, and everything for another computer. */
export function TransferRows() {
  const { t } = useLingui();
  return (
    <>
      <h3 className={styles.subheading}>{t`Notes from and to other programs`}</h3>
      <div className={styles.rows}>
        <div className={styles.row}>
          <span className={styles.name}>{t`Import`}</span>
          <div className={styles.value}>
            <span className={styles.path}>{t`a folder of Markdown files or a CSV table`}</span>
            <Button onPress={() => openOverlay({ name: 'import-notes' })}>{t`Import notes…`}</Button>
          </div>
        </div>
        <div className={styles.row}>
          <span className={styles.name}>{t`Export`}</span>
          <div className={styles.value}>
            <span className={styles.path}>{t`Markdown files, a folder for each client`}</span>
            <Button
              onPress={() => openOverlay({ name: 'export-notes', clientId: null })}
            >{t`Export all notes…`}</Button>
          </div>
        </div>
      </div>
      <h3 className={styles.subheading}>{t`Everything at once`}</h3>
      <div className={styles.rows}>
        <div className={styles.row}>
          <span className={styles.name}>{t`Save everything`}</span>
          <div className={styles.value}>
            <span className={styles.path}>{t`JSON, CSV and Markdown with checksums, not encrypted`}</span>
            <Button onPress={() => openOverlay({ name: 'export-whole', form: 'archive' })}>{t`As an archive…`}</Button>
            <Button onPress={() => openOverlay({ name: 'export-whole', form: 'folder' })}>{t`As a folder…`}</Button>
          </div>
        </div>
        <div className={styles.row}>
          <span className={styles.name}>{t`Read a whole export`}</span>
          <div className={styles.value}>
            <span className={styles.path}>{t`into a data file without clients`}</span>
            <Button onPress={() => openOverlay({ name: 'import-whole' })}>{t`Read an export…`}</Button>
          </div>
        </div>
      </div>
    </>
  );
}
