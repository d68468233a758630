import { type ReactElement, type ReactNode, useRef } from 'react';
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { holdsUnsentWords } from './form.tsx';
import listStyles from './option-list.module.css';
import popup from './popup.module.css';
import styles from './popover.module.css';
import { UnsentGuard } from './unsent-guard.tsx';

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

/**
 * A small form beside the button that opens it; Escape and a press outside close it. While words in it are not sent, a
 * press outside does nothing and Escape is asked for twice.
 */
export function Popover(props: PopoverProps) {
  const { label, trigger, children, placement = 'bottom end', isOpen, onOpenChange, className } = props;
  const box = useRef<HTMLElement>(null);
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <AriaPopover
        // The dialog has the name; the same once more on the box around it would be words outside of any region.
        aria-labelledby=""
        ref={box}
        shouldCloseOnInteractOutside={() => box.current === null || !holdsUnsentWords(box.current)}
        className={classNames(popup.surface, listStyles.popover)}
        offset={4}
        {...(placement === undefined ? {} : { placement })}
      >
        <Dialog aria-label={label} className={classNames(styles.dialog, className)}>
          {({ close }) => (
            <>
              {children(close)}
              <UnsentGuard />
            </>
          )}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
