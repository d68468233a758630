import { Select, Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { stageContents } from '../../shared/content/stages.ts';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import type { Language } from '../../shared/language.ts';
import { isStage } from '../../shared/stage.ts';
import { EditableText } from '../ui/editable-text.tsx';
import { explainMove } from '../ui/explain-move.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Icon } from '../ui/icon.tsx';
import { useLanguage } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';
import { onEditKey } from './entry-keys.ts';
import { EntryRow } from './entry-row.tsx';
import styles from './timeline.module.css';

type StageChange = Extract<TimelineEntry, { readonly type: 'stage' }>;

/** A step of the client's path: from where to where, who made it, and why, which can be written where it stands; `E` begins. */
export function StageEntry({ entry }: { readonly entry: StageChange }) {
  const { t } = useLingui();
  const language = useLanguage();
  const place = useRef<HTMLElement>(null);
  const to = stageName(entry.to, language);
  const from = entry.from === null ? null : stageName(entry.from, language);
  return (
    <EntryRow
      happenedAt={entry.happenedAt}
      icon={isStage(entry.to) ? <Glyph stage={entry.to} /> : <Icon name="trend" />}
    >
      <article
        ref={place}
        className={styles.stage}
        onKeyDown={(event) => onEditKey(event, () => place.current?.querySelector('button')?.click())}
      >
        <p className={styles.title}>
          {from === null ? (
            <Trans>Began in {to}</Trans>
          ) : (
            // The Russian verb agrees with the stage that was left.
            <Select
              value={entry.from ?? ''}
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

function stageName(stage: string, language: Language): string {
  return isStage(stage) ? stageContents[stage].label[language] : stage;
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
