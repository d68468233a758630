import { useLingui } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { FilterChip } from '../ui/filter-chip.tsx';
import { useSession } from '../ui/session.ts';
import { changeView, showWhole, useView } from './view-store.ts';
import { useSortedSentence } from './view-words.ts';

/** One chip for each thing that keeps the board from being shown whole and as is, beside the partner's own. */
export function FilterChips() {
  const { t } = useLingui();
  const { text, onlyFlagged, onlyOverdue, sorting } = useView();
  const hasPartner = useSession((session) => session.partnerFilter !== null);
  const sorted = useSortedSentence(sorting) ?? '';
  const typed = text.trim();
  const count = [hasPartner, typed !== '', onlyFlagged, onlyOverdue, sorting !== 'own'].filter(Boolean).length;
  const showAll = t`show all clients again`;
  return (
    <>
      {typed !== '' && (
        <FilterChip
          words={t`“${typed}”`}
          label={t`Only names with “${typed}”: ${showAll}`}
          onClear={() => changeView({ text: '' })}
        />
      )}
      {onlyFlagged && (
        <FilterChip
          words={t`Red flags`}
          label={t`Only clients with open red flags: ${showAll}`}
          onClear={() => changeView({ onlyFlagged: false })}
        />
      )}
      {onlyOverdue && (
        <FilterChip
          words={t`Overdue`}
          label={t`Only overdue clients: ${showAll}`}
          onClear={() => changeView({ onlyOverdue: false })}
        />
      )}
      {sorting !== 'own' && (
        <FilterChip
          words={sorting === 'tenure' ? t`By tenure` : t`Not seen for long`}
          label={sorted}
          onClear={() => changeView({ sorting: 'own' })}
        />
      )}
      {count > 1 && (
        <Button size="small" look="quiet" onPress={showWhole}>
          {t`Clear all`}
        </Button>
      )}
    </>
  );
}
