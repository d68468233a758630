import { useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent } from 'react';
import { call } from '../../api.ts';
import { navigate } from '../../ui/navigation.ts';
import { recall, remember } from '../../ui/remembered.ts';
import { showToast } from '../../ui/toast.ts';
import { restoredHabit } from './backups-store.ts';
import { useMoment } from './use-moment.ts';

/** The page was loaded anew by a restore: says that it is done, and offers the way back. */
export function useRestoredNotice(): void {
  const { t } = useLingui();
  const moment = useMoment();
  const say = useEffectEvent(async () => {
    const { restored } = await call('safety.backups', {});
    if (restored === null) return;
    const { wayBack } = restored;
    const of = moment(restored.madeAt);
    showToast({
      text: t`The backup of ${of} is in place`,
      actions:
        wayBack === null
          ? []
          : [{ label: t`Undo the restore`, run: () => navigate({ name: 'backups', restore: wayBack }) }],
    });
  });
  useEffect(() => {
    if (recall(restoredHabit) !== 'yes') return;
    remember(restoredHabit, 'no');
    // What cannot be read is said by the page of backups.
    say().catch(() => undefined);
  }, []);
}
