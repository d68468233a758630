import { useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useLingui } from '@lingui/react/macro';
import { classNames } from '../ui/class-names.ts';
import { MenuList } from '../ui/menu.tsx';
import { NextStepForm } from '../ui/next-step-form.tsx';
import popups from '../ui/popup.module.css';
import { useBoard } from './board-store.ts';
import { type CardPopup, closeCardPopup, useCardPopup } from './card-popup-store.ts';
import styles from './card-popups.module.css';
import { focusCard } from './carry-store.ts';
import { useMoveGroups } from './move-groups.ts';
import { setNextStep } from './set-next-step.ts';

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
  // What is edited is the step that stood there when the form was opened.
  const [card] = useState(() => useBoard.getState().cards[clientId]);
  if (card === undefined) return null;
  const close = () => {
    closeCardPopup();
    focusCard(clientId);
  };
  return (
    <Dialog className={styles.dialog ?? ''} aria-label={t`Next step`}>
      <NextStepForm step={card.nextStep} onSave={(title, dueOn) => setNextStep(card, title, dueOn)} onDone={close} />
    </Dialog>
  );
}
