import { type ReactElement, useEffect, useState } from 'react';
import { Tooltip as AriaTooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components';
import { KeyCap } from './key-cap.tsx';
import styles from './tooltip.module.css';

export interface WithTooltipProps {
  readonly text: string;
  readonly keys?: string;
  readonly placement?: TooltipProps['placement'];
  readonly isDisabled?: boolean;
  /** A control that can have the focus: a button or a link of this folder. */
  readonly children: ReactElement;
}

const closers = new Set<() => void>();

/** What opens above the page takes their Escape: one that lingers beneath it would swallow the first. */
export function closeTooltips(): void {
  for (const close of closers) close();
}

/** Words about a control after 500 ms of hovering or at once on keyboard focus; Escape takes them away. */
export function WithTooltip({ text, keys, placement = 'bottom', isDisabled = false, children }: WithTooltipProps) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = () => setOpen(false);
    closers.add(close);
    return () => void closers.delete(close);
  }, [isOpen]);
  return (
    <TooltipTrigger delay={500} closeDelay={120} isDisabled={isDisabled} isOpen={isOpen} onOpenChange={setOpen}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} offset={6} {...(placement === undefined ? {} : { placement })}>
        {text}
        {keys !== undefined && <KeyCap keys={keys} look="inverse" />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
