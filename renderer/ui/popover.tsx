import type { ReactElement, ReactNode } from 'react';
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import listStyles from './option-list.module.css';
import popup from './popup.module.css';
import styles from './popover.module.css';

export interface PopoverProps {
  /** Names the small dialog for screen readers. */
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly children: (close: () => void) => ReactNode;
  readonly placement?: AriaPopoverProps['placement'];
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly className?: string | undefined;
}

/** A small form beside the button that opens it; Escape and a press outside close it. */
export function Popover(props: PopoverProps) {
  const { label, trigger, children, placement = 'bottom end', isOpen, onOpenChange, className } = props;
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <AriaPopover
        // The dialog has the name; the same once more on the box around it would be words outside of any region.
        aria-labelledby=""
        className={classNames(popup.surface, listStyles.popover)}
        offset={4}
        {...(placement === undefined ? {} : { placement })}
      >
        <Dialog aria-label={label} className={classNames(styles.dialog, className)}>
          {({ close }) => children(close)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
