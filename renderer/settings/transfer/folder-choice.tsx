import { useLingui } from '@lingui/react/macro';
import { Select } from '../../ui/select.tsx';
import styles from './transfer.module.css';
import type { Choices, Preview } from './use-import.ts';

type Folders = NonNullable<Preview['folders']>;

interface FolderChoiceProps {
  readonly folders: Folders;
  readonly onChange: (clientFolder: Folders['clientFolder']) => void;
}

const mostNames = 3;

/** Which folder on the way to the notes names their client; nothing to choose where there is one only. */
export function FolderChoice({ folders: { levels, clientFolder }, onChange }: FolderChoiceProps) {
  const { t } = useLingui();
  if (levels.length < 2) return null;
  const options = levels.map((all, index) => {
    const names = `${all.slice(0, mostNames).join(', ')}${all.length > mostNames ? '…' : ''}`;
    const number = index + 1;
    return { id: String(number), label: t`Level ${number}: ${names}` };
  });
  return (
    <Select
      label={t`Folder that names the client`}
      className={styles.folder}
      options={[...options, { id: innermost, label: t`The innermost one` }]}
      value={String(clientFolder)}
      onChange={(id) => onChange(id === innermost ? innermost : Number(id))}
    />
  );
}

const innermost = 'innermost' satisfies Choices['clientFolder'];
