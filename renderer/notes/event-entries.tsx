import { useLingui } from '@lingui/react/macro';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { navigate } from '../ui/navigation.ts';
import { EntryRow } from './entry-row.tsx';
import styles from './timeline.module.css';

type Of<Type extends TimelineEntry['type']> = Extract<TimelineEntry, { readonly type: Type }>;

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
