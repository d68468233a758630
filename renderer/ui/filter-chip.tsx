import { Button } from 'react-aria-components';
import styles from './filter-chip.module.css';
import { Icon } from './icon.tsx';
import { focusIfLost, mainOfPage } from './lost-focus.ts';
import { WithTooltip } from './tooltip.tsx';

export interface FilterChipProps {
  /** What is left to see, in a word or two. */
  readonly words: string;
  /** The same words with what a press does, for the tooltip and for screen readers. */
  readonly label: string;
  readonly onClear: () => void;
}

/** Says in the top bar that not everything is shown, and takes that away. */
export function FilterChip({ words, label, onClear }: FilterChipProps) {
  return (
    <WithTooltip text={label}>
      <Button
        className={styles.chip ?? ''}
        aria-label={label}
        onPress={() => {
          onClear();
          focusIfLost(mainOfPage);
        }}
      >
        <span className={styles.words}>{words}</span>
        <Icon name="close" size={12} className={styles.cross} />
      </Button>
    </WithTooltip>
  );
}
