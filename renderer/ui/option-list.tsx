import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Stage } from '../../shared/stage.ts';
import { Glyph } from './glyph.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import { Monogram } from './monogram.tsx';
import styles from './option-list.module.css';
import popup from './popup.module.css';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: IconName;
  readonly stage?: Stage;
  readonly monogram?: string;
  readonly isMe?: boolean;
}

/** The list inside the popover of a select or a combo box. */
export function OptionList({ options, nothing }: { readonly options?: readonly Option[]; readonly nothing?: string }) {
  return (
    <ListBox
      className={popup.list ?? ''}
      {...(options === undefined ? {} : { items: options })}
      renderEmptyState={() => <p className={popup.nothing}>{nothing}</p>}
    >
      {(option: Option) => (
        <ListBoxItem id={option.id} textValue={option.label} className={popup.row ?? ''}>
          {({ isSelected }) => (
            <>
              <OptionMark option={option} />
              <span className={styles.label}>{option.label}</span>
              {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
              {isSelected && <Icon name="check" />}
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

export function OptionMark({ option }: { readonly option: Option }) {
  if (option.stage !== undefined) return <Glyph stage={option.stage} />;
  if (option.monogram !== undefined) return <Monogram letters={option.monogram} isMe={option.isMe ?? false} />;
  if (option.icon !== undefined) return <Icon name={option.icon} />;
  return null;
}
