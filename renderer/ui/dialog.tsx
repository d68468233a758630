import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { closeTooltips } from './tooltip.tsx';
import { isFreeToGo, UnsentGuard } from './unsent-guard.tsx';

export interface DialogProps {
  /** Called for Escape, a press outside and every way of closing. */
  readonly onClose: () => void;
  /** The serif question. Without one, `label` names the dialog. */
  readonly title?: ReactNode;
  readonly label?: string;
  /** Above the title: chips and the like. */
  readonly head?: ReactNode;
  /** One quiet sentence under the title. */
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  /** The bar at the foot: a quiet note at the left, buttons at the right. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'medium' | 'sheet' | 'palette' | 'wide';
  /** Presses outside do nothing. */
  readonly isSticky?: boolean;
  /** `alertdialog` for questions about what cannot be undone. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly className?: string | undefined;
}

/**
 * Mount it to open it, unmount it to close it: the focus comes back to where it was. While words in it are not sent, a
 * press outside does nothing and Escape is asked for twice.
 */
export function Dialog(props: DialogProps) {
  const { onClose, title, label, head, lead, children, note, actions, width = 'medium' } = props;
  const { isSticky = false, role = 'dialog', className } = props;
  const box = useRef<HTMLElement>(null);
  useEffect(() => closeTooltips(), []);
  return (
    <ModalOverlay
      isOpen
      isDismissable={!isSticky}
      shouldCloseOnInteractOutside={() => isFreeToGo(box.current)}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className={styles.overlay ?? ''}
    >
      <Modal className={classNames(styles.modal, styles[width], className)}>
        <AriaDialog
          ref={box}
          role={role}
          className={styles.dialog ?? ''}
          {...(label === undefined ? {} : { 'aria-label': label })}
        >
          <div className={styles.body} data-bare={title === undefined && head === undefined ? '' : undefined}>
            {head !== undefined && <div className={styles.head}>{head}</div>}
            {title !== undefined && (
              <Heading slot="title" level={2} className={styles.title ?? ''}>
                {title}
              </Heading>
            )}
            {lead !== undefined && <p className={styles.lead}>{lead}</p>}
            {children}
          </div>
          <div className={styles.guard}>
            <UnsentGuard onClose={isSticky ? () => undefined : onClose} />
          </div>
          {(note !== undefined || actions !== undefined) && (
            <footer className={styles.bar}>
              <div className={styles.note}>{note}</div>
              <div className={styles.actions}>{actions}</div>
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
