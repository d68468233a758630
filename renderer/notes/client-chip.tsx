import { useLingui } from '@lingui/react/macro';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { languageOfText } from '../../shared/text-language.ts';
import { ChipButton } from '../ui/chip.tsx';
import { classNames } from '../ui/class-names.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Popover } from '../ui/popover.tsx';
import popup from '../ui/popup.module.css';
import styles from './client-chip.module.css';
import type { ClientName } from './quick-note.tsx';

export interface ClientChipProps {
  readonly clients: readonly ClientName[];
  readonly client: ClientName | null;
  readonly onChange: (clientId: string) => void;
}

/** Whom the note is about: press and type a few letters. */
export function ClientChip({ clients, client, onChange }: ClientChipProps) {
  const { t } = useLingui();
  const { contains } = useFilter({ sensitivity: 'base' });
  const name = client?.name ?? t`Choose a client`;
  return (
    <Popover
      label={t`Client`}
      placement="bottom start"
      className={styles.dialog}
      trigger={
        <ChipButton
          opensMenu
          aria-label={t`Client: ${name}`}
          {...(client === null ? { icon: 'person' } : { stage: client.stage })}
        >
          <span className={styles.name}>{name}</span>
        </ChipButton>
      }
    >
      {(close) => (
        <Autocomplete filter={contains}>
          <SearchField aria-label={t`Find a client`} autoFocus className={styles.field ?? ''}>
            <Input className={styles.input ?? ''} placeholder={t({ message: 'Name', context: 'client' })} />
          </SearchField>
          <ListBox
            aria-label={t`Clients`}
            items={clients}
            className={styles.list ?? ''}
            selectionMode="single"
            selectedKeys={client === null ? [] : [client.id]}
            disallowEmptySelection
            onSelectionChange={(keys) => {
              close();
              const chosen = clients.find(({ id }) => keys !== 'all' && keys.has(id));
              if (chosen) onChange(chosen.id);
            }}
            renderEmptyState={() => <p className={popup.nothing}>{t`Nothing found`}</p>}
          >
            {(each) => (
              <ListBoxItem id={each.id} textValue={each.name} className={classNames(popup.row, styles.option)}>
                <Glyph stage={each.stage} />
                <span className={styles.label} lang={languageOfText(each.name)}>
                  {each.name}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      )}
    </Popover>
  );
}
