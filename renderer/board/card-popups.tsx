import { useRef } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useLingui } from '@lingui/react/macro';
import { classNames } from '../ui/class-names.ts';
import { MenuList } from '../ui/menu.tsx';
import popups from '../ui/popup.module.css';
import { useBoard } from './board-store.ts';
import { type CardPopup, closeCardPopup, useCardPopup } from './card-popup-store.ts';
import styles from './card-popups.module.css';
import { useMoveGroups } from './move-groups.ts';
import { NextStepForm } from './next-step-form.tsx';

/** The one popup that hangs on a card while it is open. */
export function CardPopups() {
  const popup = useCardPopup((state) => state.popup);
  return popup === null ? null : <OpenPopup key={`${popup.kind} ${popup.clientId}`} popup={popup} />;
}

function OpenPopup({ popup }: { readonly popup: CardPopup }) {
  const anchor = useRef<Element | null>(popup.anchor);
  const name = useBoard((board) => board.cards[popup.clientId]?.name);
  if (name === undefined) return null;
  return (
    <Popover
      triggerRef={anchor}
      aria-label={name}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) closeCardPopup();
      }}
      placement={popup.kind === 'menu' ? 'bottom end' : 'bottom start'}
      offset={4}
      className={classNames(popups.surface, styles.popover)}
    >
      {popup.kind === 'menu' ? <MoveMenu clientId={popup.clientId} /> : <StepDialog clientId={popup.clientId} />}
    </Popover>
  );
}

function MoveMenu({ clientId }: { readonly clientId: string }) {
  const { t } = useLingui();
  const name = useBoard((board) => board.cards[clientId]?.name ?? '');
  const groups = useMoveGroups(clientId, closeCardPopup);
  return <MenuList label={t`Move ${name}`} groups={groups} autoFocus />;
}

function StepDialog({ clientId }: { readonly clientId: string }) {
  const { t } = useLingui();
  return (
    <Dialog className={styles.dialog ?? ''} aria-label={t`Next step`}>
      <NextStepForm clientId={clientId} onDone={closeCardPopup} />
    </Dialog>
  );
}
