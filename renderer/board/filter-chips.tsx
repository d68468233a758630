import { useLingui } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { FilterChip } from '../ui/filter-chip.tsx';
import { focusIfLost, mainOfPage } from '../ui/lost-focus.ts';
import { useLanguage, useSession } from '../ui/session.ts';
import { labelOf } from '../ui/signal-words.ts';
import { useBoard } from './board-store.ts';
import { changeView, showWhole, useView } from './view-store.ts';
import { useSortedSentence } from './view-words.ts';

/** One chip for each thing that keeps the board from being shown whole and as is, beside the partner's own. */
export function FilterChips() {
  const { t } = useLingui();
  const view = useView();
  const { text, onlyFlagged, onlyOverdue, sorting } = view;
  // Known of today alone: while the board looks back they leave nobody out.
  const isPast = useBoard((board) => board.past !== null);
  const onlyDoubtful = view.onlyDoubtful && !isPast;
  const signal = isPast ? null : view.signal;
  const sign = labelOf(signal ?? '', useLanguage());
  const hasPartner = useSession((session) => session.partnerFilter !== null);
  const sorted = useSortedSentence(sorting) ?? '';
  const typed = text.trim();
  const order = sorting === 'tenure' ? t`By tenure` : t`Not seen for a while`;
  const count = [
    hasPartner,
    typed !== '',
    onlyFlagged,
    onlyOverdue,
    onlyDoubtful,
    signal !== null,
    sorting !== 'own',
  ].filter(Boolean).length;
  const showAll = () => {
    showWhole();
    focusIfLost(mainOfPage);
  };
  return (
    <>
      {typed !== '' && (
        <FilterChip
          words={t`“${typed}”`}
          label={t`“${typed}”: take this filter away`}
          onClear={() => changeView({ text: '' })}
        />
      )}
      {onlyFlagged && (
        <FilterChip
          words={t`Red flags`}
          label={t`Red flags: take this filter away`}
          onClear={() => changeView({ onlyFlagged: false })}
        />
      )}
      {onlyOverdue && (
        <FilterChip
          words={t`Overdue`}
          label={t`Overdue: take this filter away`}
          onClear={() => changeView({ onlyOverdue: false })}
        />
      )}
      {onlyDoubtful && (
        <FilterChip
          words={t`Doubtful health`}
          label={t`Doubtful health: take this filter away`}
          onClear={() => changeView({ onlyDoubtful: false })}
        />
      )}
      {signal !== null && (
        <FilterChip
          words={sign}
          label={t`${sign}: take this filter away`}
          onClear={() => changeView({ signal: null })}
        />
      )}
      {sorting !== 'own' && (
        <FilterChip words={order} label={`${order}. ${sorted}`} onClear={() => changeView({ sorting: 'own' })} />
      )}
      {count > 1 && (
        <Button size="small" look="quiet" onPress={showAll}>
          {t`Clear all`}
        </Button>
      )}
    </>
  );
}
