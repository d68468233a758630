import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { boardStages, type BoardStage } from '../../shared/stage.ts';
import { announce } from '../ui/announce.ts';
import { useCommands } from '../ui/commands.ts';
import { stageWords, useStageWords } from '../ui/stage-words.ts';
import { i18n } from '../ui/words.ts';
import { cardElement } from './card-element.ts';
import { openCardPopup } from './card-popup-store.ts';
import { focusCard, useCarry } from './carry-store.ts';
import { spotOf } from './columns.ts';
import { refusePast } from './past-store.ts';
import { shelfOfEnded } from './ended-shelf.tsx';
import { shownColumns, tabStopOf } from './shown.ts';
import { showWhole } from './view-store.ts';

/** Keys of the board beside the grid's own: to the columns and the shelf, the menu of a card, its next step. */
export function useBoardCommands(): void {
  const { t } = useLingui();
  const words = useStageWords();
  const shelf = words('ended').named;
  useCommands([
    ...boardStages.map((stage, index) => {
      const column = words(stage).named;
      return {
        id: `column-${stage}`,
        label: t`Go to column ${column}`,
        section: 'board' as const,
        keys: [`Digit${index + 1}`],
        run: () => focusColumn(stage),
      };
    }),
    {
      id: 'shelf',
      label: t`Go to column ${shelf}`,
      section: 'board',
      keys: ['Digit0'],
      run: () => shelfOfEnded()?.focus(),
    },
    { id: 'show-whole', label: t`Show all clients, in their own order`, section: 'board', run: showWhole },
    { id: 'move', label: t`Move the client to…`, section: 'board', keys: ['KeyM'], run: () => openPopup('menu') },
    { id: 'next-step', label: t`Next step`, section: 'board', keys: ['KeyT'], run: () => openPopup('next-step') },
  ]);
}

/** To the card used last when it stands there, else to the first; to the plus of an empty column, which a board of the past has not. */
function focusColumn(stage: BoardStage): void {
  const columns = shownColumns();
  const { current } = useCarry.getState();
  const spot = current === null ? null : spotOf(columns, current);
  const id = spot?.stage === stage ? current : columns[stage][0];
  if (id !== null && id !== undefined) return focusCard(id);
  const plus = document.querySelector<HTMLElement>(`section[aria-labelledby="column-${stage}"] header button`);
  if (plus !== null) return plus.focus();
  const column = stageWords(stage).named;
  announce(i18n.t(msg`${column}, nobody`));
}

function openPopup(kind: 'menu' | 'next-step'): void {
  const clientId = tabStopOf(shownColumns(), useCarry.getState().current);
  if (clientId === null || refusePast()) return;
  const anchor = cardElement(clientId);
  if (anchor !== null) openCardPopup({ kind, clientId, anchor: anchor.querySelector('[aria-haspopup]') ?? anchor });
}
