import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../shared/contract/call.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import { type HandoffPage, wouldReturns } from '../../shared/contract/handoff.ts';
import { openMandatory, promised } from '../../shared/handoff/promise.ts';
import { call } from '../api.ts';
import { EditableText } from '../ui/editable-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { Segmented } from '../ui/segmented.tsx';
import { change } from './handoff-store.ts';
import { Moments, ToldBy } from './retrospective-moments.tsx';
import styles from './retrospective.module.css';
import { usePromiseWords } from './promise-words.ts';

/** What the partners make of a handoff that is closed: whether the promise was kept, and whether they would come back. */
export function Retrospective({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const edit = (part: Partial<CallInput<'handoff.editRetrospective'>>) =>
    change((commandId) => call('handoff.editRetrospective', { commandId, handoffId: page.id, ...part }));
  const { wouldReturn, wouldReturnWords, lesson } = page.retrospective;
  const chosen = wouldReturns.find((each) => each === wouldReturn) ?? '';
  return (
    <section className={styles.back} aria-label={t`Retrospective`}>
      <header className={styles.head}>
        <h2 className={styles.name}>{t`Retrospective`}</h2>
        <p className={styles.lead}>{t`For partners only, in no document`}</p>
      </header>
      <PromiseLine page={page} />
      <Moments page={page} />
      <div className={styles.parts}>
        <ToldBy page={page} onChoose={(toldBy) => void edit({ toldBy })} />
        <div className={styles.part}>
          <h3 className={styles.label}>{t`Would they come back?`}</h3>
          <Segmented
            label={t`Would they come back?`}
            segments={[
              { id: '', label: t`not asked yet` },
              { id: 'yes', label: t`yes` },
              { id: 'perhaps', label: t`perhaps` },
              { id: 'no', label: t`no` },
            ]}
            value={chosen}
            onChange={(id) => void edit({ wouldReturn: id })}
          />
          <EditableText
            label={t`Would they come back, in words`}
            value={wouldReturnWords}
            placeholder={t`What they said`}
            allowsEmpty
            isMultiline
            maxLength={longestText}
            warningFor={secretWarning}
            onCommit={(text) => edit({ wouldReturnWords: text })}
          />
        </div>
        <div className={styles.part}>
          <h3 className={styles.label}>{t`What we learned`}</h3>
          <EditableText
            label={t`What we learned`}
            value={lesson}
            placeholder={t`What we would do sooner next time`}
            allowsEmpty
            isMultiline
            maxLength={longestText}
            warningFor={secretWarning}
            onCommit={(text) => edit({ lesson: text })}
          />
        </div>
      </div>
    </section>
  );
}

function PromiseLine({ page: { startOn, overOn, items } }: { readonly page: HandoffPage }) {
  const words = usePromiseWords();
  if (overOn === null) return null;
  const promise = promised({ startOn, closedOn: overOn, open: openMandatory(items) });
  return (
    <p className={styles.promise} data-kept={promise.isKept ? '' : undefined}>
      <Icon name={promise.isKept ? 'check' : 'clock'} />
      {words(promise)}
    </p>
  );
}
