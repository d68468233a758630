import { Select, Trans, useLingui } from '@lingui/react/macro';
import { stageContents } from '../../shared/content/stages.ts';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import type { Language } from '../../shared/language.ts';
import { isStage } from '../../shared/stage.ts';
import { Button } from '../ui/button.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Icon } from '../ui/icon.tsx';
import { navigate } from '../ui/navigation.ts';
import { useLanguage } from '../ui/session.ts';
import { EntryRow } from './entry-row.tsx';
import styles from './timeline.module.css';

type Of<Type extends TimelineEntry['type']> = Extract<TimelineEntry, { readonly type: Type }>;

export function StageEntry({ entry }: { readonly entry: Of<'stage'> }) {
  const language = useLanguage();
  const { reason } = entry;
  const to = stageName(entry.to, language);
  const from = entry.from === null ? null : stageName(entry.from, language);
  return (
    <EntryRow
      happenedAt={entry.happenedAt}
      icon={isStage(entry.to) ? <Glyph stage={entry.to} /> : <Icon name="trend" />}
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
      </p>
      {reason !== '' && (
        <p className={styles.preview}>
          <Trans>Reason: {reason}</Trans>
        </p>
      )}
    </EntryRow>
  );
}

function stageName(stage: string, language: Language): string {
  return isStage(stage) ? stageContents[stage].label[language] : stage;
}

export function HandoffEntry({ entry }: { readonly entry: Of<'handoff'> }) {
  const { t } = useLingui();
  const words = {
    started: t`Handoff started`,
    closed: t`Handoff closed`,
    cancelled: t`Handoff cancelled`,
    document: t`Handoff document issued`,
  };
  return (
    <EntryRow happenedAt={entry.happenedAt} icon={<Icon name={entry.event === 'document' ? 'document' : 'handoff'} />}>
      <Button
        look="quiet"
        size="small"
        className={styles.jump}
        onPress={() => navigate({ name: 'handoff', handoffId: entry.handoffId })}
      >
        {words[entry.event]}
      </Button>
      {entry.detail !== '' && <p className={styles.preview}>{entry.detail}</p>}
    </EntryRow>
  );
}
