import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { MenuList } from '../ui/menu.tsx';
import { closeOverlay } from '../ui/navigation.ts';
import { showProblem } from '../ui/toast.ts';
import { followBoard, useBoard } from './board-store.ts';
import { useMoveGroups } from './move-groups.ts';
import { afterMoves } from './moves.ts';

/** The same list as on the card, for pages where the card is not at hand. */
export function MoveClientDialog({ clientId }: { readonly clientId: string }) {
  const { t } = useLingui();
  const name = useBoard((board) => board.cards[clientId]?.name ?? '');
  const status = useBoard((board) => board.status);
  useEffect(() => followBoard(afterMoves), []);
  useEffect(() => {
    // The failure of an earlier load may stand in the first drawing; this dialog has just asked anew.
    const { status: now, problem } = useBoard.getState();
    if (now !== 'failed') return;
    closeOverlay();
    showProblem(problem);
  }, [status]);
  const groups = useMoveGroups(clientId, closeOverlay);
  return (
    <Dialog title={name} onClose={closeOverlay} width="narrow">
      {status === 'ready' && <MenuList label={t`Move ${name}`} groups={groups} autoFocus />}
    </Dialog>
  );
}
