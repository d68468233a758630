import type { ReactNode } from 'react';
import { Button, type ButtonProps, ToggleButton } from 'react-aria-components';
import type { Stage } from '../../shared/stage.ts';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';
import { Glyph } from './glyph.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';

export type ChipTone = 'plain' | 'accent' | 'danger' | 'warn' | 'ok';

export interface ChipProps {
  readonly children: ReactNode;
  readonly tone?: ChipTone;
  readonly icon?: IconName;
  readonly className?: string | undefined;
}

/** A word on a plate: says something, does nothing. */
export function Chip({ children, tone = 'plain', icon, className }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tone], className)}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}

export interface StageChipProps {
  readonly stage: Stage;
  readonly children: ReactNode;
  readonly isStrong?: boolean;
}

export function StageChip({ stage, children, isStrong = true }: StageChipProps) {
  return (
    <span className={classNames(styles.chip, styles.stage, isStrong && styles.strong)} data-stage={stage}>
      <Glyph stage={stage} />
      {children}
    </span>
  );
}

export interface ChipButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly look?: 'outline' | 'dashed' | 'plate';
  /** What the words mean, as on a chip that does nothing. */
  readonly tone?: Exclude<ChipTone, 'plain'> | undefined;
  readonly icon?: IconName;
  /** Colours of a stage and its glyph: the chip that opens the list of stages. */
  readonly stage?: Stage;
  readonly opensMenu?: boolean;
  readonly className?: string | undefined;
}

/** A chip that does something: adds a sign, opens a picker. */
export function ChipButton(props: ChipButtonProps) {
  const { children, look = 'outline', tone, icon, stage, opensMenu = false, className, ...rest } = props;
  return (
    <Button
      {...rest}
      {...(stage === undefined ? {} : { 'data-stage': stage })}
      className={classNames(
        styles.chip,
        styles.button,
        stage === undefined ? styles[tone ?? look] : classNames(styles.stage, styles.strong),
        className,
      )}
    >
      {stage !== undefined && <Glyph stage={stage} />}
      {icon !== undefined && <Icon name={icon} size={14} />}
      {children}
      {opensMenu && <Icon name="down" size={14} />}
    </Button>
  );
}

export interface ToggleChipProps {
  readonly children: ReactNode;
  /** Where the words alone do not tell what it is about; begins with them. */
  readonly label?: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** The colour when chosen: a red flag is `danger`, a good sign `ok`. */
  readonly tone?: Exclude<ChipTone, 'plain'>;
  readonly icon?: IconName;
  readonly look?: 'outline' | 'dashed';
  readonly isDisabled?: boolean;
}

export function ToggleChip(props: ToggleChipProps) {
  const {
    children,
    label,
    isSelected,
    onChange,
    tone = 'accent',
    icon = 'check',
    look = 'outline',
    isDisabled = false,
  } = props;
  const shownIcon = isSelected ? icon : look === 'dashed' ? 'plus' : undefined;
  return (
    <ToggleButton
      {...(label === undefined ? {} : { 'aria-label': label })}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      className={classNames(styles.chip, styles.button, isSelected ? styles[tone] : styles[look])}
    >
      {shownIcon !== undefined && <Icon name={shownIcon} size={14} />}
      {children}
    </ToggleButton>
  );
}
