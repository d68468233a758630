import { type ReactElement, type ReactNode, type RefObject, useEffect, useRef } from 'react';
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
import { isFreeToGo, UnsentGuard } from './unsent-guard.tsx';

interface PopoverContent {
  /** Names the small dialog for screen readers. */
  readonly label: string;
  readonly children: (close: () => void) => ReactNode;
  readonly placement?: AriaPopoverProps['placement'];
  readonly className?: string | undefined;
}

export interface PopoverProps extends PopoverContent {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/**
 * A small form beside the button that opens it; Escape and a press outside close it. While words in it are not sent, a
 * press outside does nothing and Escape is asked for twice.
 */
export function Popover({ trigger, isOpen, onOpenChange, ...content }: PopoverProps) {
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <Surface {...content} />
    </DialogTrigger>
  );
}

export interface AnchoredPopoverProps extends PopoverContent {
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}

/** The same beside any element, open for as long as it is mounted. */
export function AnchoredPopover({ anchor, onClose, ...content }: AnchoredPopoverProps) {
  return (
    <Surface
      {...content}
      opened={{
        triggerRef: anchor,
        isOpen: true,
        onOpenChange: (isOpen) => {
          if (!isOpen) onClose();
        },
      }}
    />
  );
}

interface SurfaceProps extends PopoverContent {
  readonly opened?: Pick<AriaPopoverProps, 'triggerRef' | 'isOpen' | 'onOpenChange'>;
}

function Surface({ label, children, placement = 'bottom end', className, opened }: SurfaceProps) {
  const box = useRef<HTMLElement>(null);
  return (
    <AriaPopover
      {...opened}
      // The dialog has the name; the same once more on the box around it would be words outside of any region.
      aria-labelledby=""
      ref={box}
      shouldCloseOnInteractOutside={() => isFreeToGo(box.current)}
      className={classNames(popup.surface, listStyles.popover)}
      offset={4}
      placement={placement}
    >
      <Dialog aria-label={label} className={classNames(styles.dialog, className)}>
        {({ close }) => (
          <>
            {children(close)}
            <FirstFocus />
            <UnsentGuard onClose={close} />
          </>
        )}
      </Dialog>
    </AriaPopover>
  );
}

const control =
  ':is(input, textarea, button, a[href], [role="spinbutton"]):not([tabindex="-1"], [hidden], [type="hidden"])';

/** Whoever opens it by key stands in what can be used, where nothing else in it asks for the focus. */
function FirstFocus() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const dialog = place.current?.closest('[role="dialog"]');
    const frame = requestAnimationFrame(() => {
      if (dialog && document.activeElement === dialog) dialog.querySelector<HTMLElement>(control)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return <span ref={place} hidden />;
}
