import { useLingui } from '@lingui/react/macro';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Glyph } from './glyph.tsx';
import { IconButton } from './icon-button.tsx';
import { KeyCap } from './key-cap.tsx';
import { dismissToast, type Toast, type ToastAction, useToasts } from './toast.ts';
import notice from './notice.module.css';
import styles from './toaster.module.css';

const lifetime = 8000;

/** Bottom centre of the page, one at a time, 8 s, held by hover and focus; F6 goes in and comes back, Escape closes. */
export function Toaster() {
  const { t } = useLingui();
  const toast = useToasts((toasts) => toasts.shown);
  const region = useRef<HTMLElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'F6' || region.current === null) return;
      if (region.current.contains(document.activeElement)) {
        event.preventDefault();
        cameFrom.current?.focus();
        return;
      }
      const first = region.current.querySelector<HTMLElement>('button');
      if (first === null) return;
      event.preventDefault();
      first.focus();
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);

  const close = (id: number) => {
    const hadFocus = region.current?.contains(document.activeElement) ?? false;
    dismissToast(id);
    if (!hadFocus) return;
    if (cameFrom.current?.isConnected) cameFrom.current.focus();
    else document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  };
  const onFocus = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof HTMLElement) || region.current?.contains(relatedTarget)) return;
    cameFrom.current = relatedTarget;
  };

  return (
    // React Aria hides everything behind a dialog but what carries this mark.
    <section
      ref={region}
      className={notice.region}
      aria-label={t`Notices, F6`}
      data-react-aria-top-layer="true"
      onFocus={onFocus}
    >
      {toast !== null && <ToastView key={toast.id} toast={toast} onClose={() => close(toast.id)} />}
    </section>
  );
}

function ToastView({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const { t } = useLingui();
  const [isHeld, hold] = useState(false);
  const left = useRef(lifetime);
  const words = `toast-${toast.id}`;

  useEffect(() => {
    if (isHeld) return undefined;
    const began = performance.now();
    const timer = setTimeout(onClose, left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - began;
    };
  }, [isHeld, onClose]);

  return (
    <div
      className={classNames(notice.bar, styles.toast, toast.tone === 'danger' && notice.danger)}
      role="group"
      aria-labelledby={words}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {toast.stage !== undefined && <Glyph stage={toast.stage} className={styles.glyph} />}
      <span id={words} className={styles.text}>
        {toast.text}
        {toast.detail !== undefined && <span className={styles.detail}> {toast.detail}</span>}
      </span>
      {toast.actions?.map((action, index) => (
        <ActionButton key={action.label} action={action} isMain={index === 0} onDone={onClose} />
      ))}
      {(toast.tone === 'danger' || toast.actions === undefined || toast.actions.length === 0) && (
        <IconButton icon="close" label={t`Close`} size="small" className={styles.close} onPress={onClose} />
      )}
    </div>
  );
}

interface ActionButtonProps {
  readonly action: ToastAction;
  readonly isMain: boolean;
  readonly onDone: () => void;
}

function ActionButton({ action, isMain, onDone }: ActionButtonProps) {
  return (
    <Button
      className={classNames(styles.action, isMain && styles.main)}
      onPress={() => {
        onDone();
        action.run();
      }}
    >
      {action.label}
      {action.keys !== undefined && (
        <span className={styles.keys}>
          <KeyCap keys={action.keys} look="bare" />
        </span>
      )}
    </Button>
  );
}
