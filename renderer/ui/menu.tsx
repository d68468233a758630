import type { ReactElement, ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import type { Stage } from '../../shared/stage.ts';
import { classNames } from './class-names.ts';
import { Glyph } from './glyph.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import { KeyCap } from './key-cap.tsx';
import styles from './menu.module.css';
import popup from './popup.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly stage?: Stage;
  readonly keys?: string;
  /** A quiet word at the right: a count, a date. */
  readonly detail?: string;
  /** Why it cannot be chosen now; the entry stays readable and says so. */
  readonly disabledReason?: string;
  readonly tone?: 'plain' | 'danger';
  /** Draws a tick; for choices among several. */
  readonly isChosen?: boolean;
  readonly onAction?: () => void;
  readonly submenu?: readonly MenuGroup[];
}

export interface MenuGroup {
  readonly id: string;
  readonly label?: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  /** Names the menu for screen readers. */
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly placement?: PopoverProps['placement'];
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

export function Menu({ label, groups, children, placement = 'bottom end', isOpen, onOpenChange }: MenuProps) {
  return (
    <MenuTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {children}
      <MenuPopover placement={placement}>
        <MenuList label={label} groups={groups} />
      </MenuPopover>
    </MenuTrigger>
  );
}

function MenuPopover({
  placement,
  children,
}: {
  readonly placement: PopoverProps['placement'];
  readonly children: ReactNode;
}) {
  return (
    <Popover
      className={classNames(popup.surface, styles.popover)}
      offset={4}
      {...(placement === undefined ? {} : { placement })}
    >
      {children}
    </Popover>
  );
}

export interface MenuListProps extends Pick<MenuProps, 'label' | 'groups'> {
  /** Takes the focus when it appears; a menu that opens from its button does so anyway. */
  readonly autoFocus?: boolean;
}

/** The list alone, for popovers that are placed otherwise (a menu at the pointer). */
export function MenuList({ label, groups, autoFocus }: MenuListProps) {
  return (
    <AriaMenu aria-label={label} className={popup.list ?? ''} {...(autoFocus === true ? { autoFocus: 'first' } : {})}>
      {groups.map((group, index) => [
        index > 0 && <Separator key={`${group.id} line`} className={styles.separator ?? ''} />,
        // A group that is called like one of its entries would make the list run in a circle.
        <AriaMenuSection
          key={group.id}
          id={`group ${group.id}`}
          {...(group.label === undefined ? { 'aria-label': label } : {})}
        >
          {group.label !== undefined && <Header className={styles.header ?? ''}>{group.label}</Header>}
          {group.entries.map((entry) => (
            <MenuItem key={entry.id} entry={entry} />
          ))}
        </AriaMenuSection>,
      ])}
    </AriaMenu>
  );
}

function MenuItem({ entry }: { readonly entry: MenuEntry }) {
  const { id, label, tone = 'plain', disabledReason, submenu, onAction } = entry;
  const item = (
    <AriaMenuItem
      id={id}
      textValue={disabledReason === undefined ? label : `${label}, ${disabledReason}`}
      isDisabled={disabledReason !== undefined}
      className={classNames(popup.row, styles.item, tone === 'danger' && styles.danger)}
      {...(onAction === undefined ? {} : { onAction })}
    >
      <MenuItemBody entry={entry} />
    </AriaMenuItem>
  );
  if (submenu === undefined) return item;
  return (
    <SubmenuTrigger>
      {item}
      <MenuPopover placement="end top">
        <MenuList label={label} groups={submenu} />
      </MenuPopover>
    </SubmenuTrigger>
  );
}

function MenuItemBody({ entry }: { readonly entry: MenuEntry }) {
  const { label, icon, stage, keys, detail, disabledReason, isChosen, submenu } = entry;
  return (
    <>
      {stage !== undefined && <Glyph stage={stage} />}
      {icon !== undefined && <Icon name={icon} className={styles.icon} />}
      <span className={styles.label}>
        {label}
        {disabledReason !== undefined && <span className={styles.reason}>{disabledReason}</span>}
      </span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      {isChosen === true && <Icon name="check" className={styles.icon} />}
      {keys !== undefined && <KeyCap keys={keys} look="bare" />}
      {submenu !== undefined && <Icon name="right" className={styles.icon} />}
    </>
  );
}
