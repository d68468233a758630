import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { Button } from '../ui/button.tsx';
import { chooseDataFolder } from '../ui/data-file.ts';
import fieldStyles from '../ui/field.module.css';
import { Icon } from '../ui/icon.tsx';
import styles from './data-folder-field.module.css';

/** Where the data lies; the app's own folder unless a partner chooses another. */
export function DataFolderField({ folder }: { readonly folder: string }) {
  const { t } = useLingui();
  const id = useId();
  return (
    <div className={`${fieldStyles.field ?? ''} ${fieldStyles.large ?? ''}`} role="group" aria-labelledby={id}>
      <span id={id} className={fieldStyles.label}>{t`Where to keep the data`}</span>
      <div className={`${fieldStyles.box ?? ''} ${styles.box ?? ''}`}>
        <Icon name="folder" />
        <span className={styles.path} title={folder}>
          {lastFolders(folder)}
        </span>
        <Button look="link" onPress={() => void chooseDataFolder()}>
          {t`Change`}
        </Button>
      </div>
      <span className={fieldStyles.hint}>{t`One data file and a folder with backups`}</span>
    </div>
  );
}

/** The end of the path is what tells folders apart. */
function lastFolders(folder: string): string {
  const names = folder.split(/[/\\]/).filter(Boolean);
  return names.slice(-2).join(' / ');
}
