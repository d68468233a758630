import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import styles from './segmented.module.css';
import { WithTooltip } from './tooltip.tsx';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconName;
  readonly lang?: string;
  /** What its words do not tell: a tooltip. */
  readonly hint?: string;
}

export interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  /** Null while nothing is chosen. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  /** Pressing the chosen one again takes the choice back; left out, something stays chosen. */
  readonly onClear?: () => void;
  /** `plate` is a sunken tray; `bare` is the filter above a list, only the chosen one has a plate. */
  readonly look?: 'plate' | 'bare';
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

/** One of a few; all are visible. */
export function Segmented<Id extends string>(props: SegmentedProps<Id>) {
  const { label, segments, value, onChange, onClear, look = 'plate', isDisabled = false, className } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection={onClear === undefined}
      selectedKeys={value === null ? [] : [value]}
      isDisabled={isDisabled}
      onSelectionChange={(keys) => {
        const segment = segments.find(({ id }) => keys.has(id));
        if (segment === undefined) onClear?.();
        else if (segment.id !== value) onChange(segment.id);
      }}
      className={classNames(styles.group, styles[look], className)}
    >
      {segments.map(({ id, label: words, icon, lang, hint }) => (
        <WithTooltip key={id} text={hint ?? ''} isDisabled={hint === undefined}>
          <ToggleButton id={id} className={styles.segment ?? ''}>
            {icon !== undefined && <Icon name={icon} size={14} />}
            {/* The bold twin reserves the width, so that nothing moves when the choice does. */}
            <span className={styles.words} data-words={words} lang={lang}>
              {words}
            </span>
          </ToggleButton>
        </WithTooltip>
      ))}
    </ToggleButtonGroup>
  );
}
