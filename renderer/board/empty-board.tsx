import { useLingui } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { openSample } from '../ui/data-file.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { openOverlay } from '../ui/navigation.ts';
import { useSession } from '../ui/session.ts';
import styles from './empty-board.module.css';

/** The ways in: a first client of one's own, a look at the sample agency, or the notes that one has already. */
export function EmptyBoard() {
  const { t } = useLingui();
  const isSample = useSession((session) => session.settings?.isSample === true);
  return (
    <div className={styles.empty}>
      <EmptyState
        title={t`Add your first client`}
        actions={
          <>
            <Button
              look="primary"
              size="large"
              icon="plus"
              keys="KeyC"
              onPress={() => openOverlay({ name: 'new-client' })}
            >
              {t`Client`}
            </Button>
            {!isSample && (
              <Button size="large" onPress={() => void openSample()}>
                {t`Look at an example`}
              </Button>
            )}
            <Button look="quiet" size="large" onPress={() => openOverlay({ name: 'import-notes' })}>
              {t`Import notes…`}
            </Button>
          </>
        }
      >
        {t`A name and a stage are enough. Tenure, people and figures can be added when you need them.`}
      </EmptyState>
    </div>
  );
}
