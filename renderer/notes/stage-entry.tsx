import { Select, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import { isStage } from '../../shared/stage.ts';
import { EditableText } from '../ui/editable-text.tsx';
import { explainMove } from '../ui/explain-move.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Icon } from '../ui/icon.tsx';
import { useStageWords } from '../ui/stage-words.ts';
import { showProblem } from '../ui/toast.ts';
import { onEditKey } from './entry-keys.ts';
import { EntryRow } from './entry-row.tsx';
import styles from './timeline.module.css';

type StageChange = Extract<TimelineEntry, { readonly type: 'stage' }>;

/** A step of the client's path: from where to where, who made it, and why, which can be written where it stands; `E` begins. */
export function StageEntry({ entry }: { readonly entry: StageChange }) {
  const { t } = useLingui();
  const place = useRef<HTMLElement>(null);
  const words = useStageWords();
  const nameOf = (stage: string) => (isStage(stage) ? words(stage).label : stage);
  const to = nameOf(entry.to);
  const from = entry.from === null ? null : nameOf(entry.from);
  const isOwn = isStage(entry.from) && words(entry.from).isOwnLabel;
  return (
    <EntryRow
      happenedAt={entry.happenedAt}
      icon={isStage(entry.to) ? <Glyph stage={entry.to} /> : <Icon name="trend" />}
    >
      <article
        ref={place}
        className={styles.stage}
        data-record={entry.id}
        onKeyDown={(event) => onEditKey(event, () => place.current?.querySelector('button')?.click())}
      >
        <p className={styles.title}>
          {from === null ? (
            // Not <Trans>: it would look for elements in the partner's own words.
            t`Began in ${to}`
          ) : (
            // The Russian verb agrees with the stage that was left; of a partner's own words nobody knows the gender.
            <Select
              value={isOwn ? 'own' : (entry.from ?? '')}
              _own={`${from} became ${to}`}
              _stable={`${from} became ${to}`}
              _stagnation={`${from} became ${to}`}
              _ended={`${from} became ${to}`}
              other={`${from} became ${to}`}
            />
          )}
          {entry.by !== null && <span className={styles.by}> {entry.by}</span>}
        </p>
        <div className={entry.reason === '' ? styles.noReason : styles.reason}>
          <EditableText
            label={t`Reason`}
            value={entry.reason}
            placeholder={t`Add a reason`}
            allowsEmpty
            maxLength={400}
            onCommit={(reason) => explain(entry.id, reason)}
          />
        </div>
      </article>
    </EntryRow>
  );
}

async function explain(stageChangeId: string, reason: string): Promise<boolean> {
  try {
    await explainMove(stageChangeId, reason);
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}
