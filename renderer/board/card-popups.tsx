import { type RefObject, useRef, useState } from 'react';
import { Popover as AriaPopover } from 'react-aria-components';
import { useLingui } from '@lingui/react/macro';
import { classNames } from '../ui/class-names.ts';
import { MenuList } from '../ui/menu.tsx';
import { NextStepForm } from '../ui/next-step-form.tsx';
import { AnchoredPopover } from '../ui/popover.tsx';
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
  if (popup.kind === 'next-step') return <StepPopover clientId={popup.clientId} anchor={anchor} />;
  return (
    <AriaPopover
      triggerRef={anchor}
      aria-label={name}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) closeCardPopup();
      }}
      placement="bottom end"
      offset={4}
      className={classNames(popups.surface, styles.popover)}
    >
      <MoveMenu clientId={popup.clientId} />
    </AriaPopover>
  );
}

function MoveMenu({ clientId }: { readonly clientId: string }) {
  const { t } = useLingui();
  const name = useBoard((board) => board.cards[clientId]?.name ?? '');
  const groups = useMoveGroups(clientId, closeCardPopup);
  return <MenuList label={t`Move ${name}`} groups={groups} autoFocus />;
}

interface StepPopoverProps {
  readonly clientId: string;
  readonly anchor: RefObject<Element | null>;
}

function StepPopover({ clientId, anchor }: StepPopoverProps) {
  const { t } = useLingui();
  // What is edited is the step that stood there when the form was opened.
  const [card] = useState(() => useBoard.getState().cards[clientId]);
  if (card === undefined) return null;
  const close = () => {
    closeCardPopup();
    focusCard(clientId);
  };
  return (
    <AnchoredPopover label={t`Next step`} anchor={anchor} placement="bottom start" onClose={closeCardPopup}>
      {() => (
        <NextStepForm step={card.nextStep} onSave={(title, dueOn) => setNextStep(card, title, dueOn)} onDone={close} />
      )}
    </AnchoredPopover>
  );
}
