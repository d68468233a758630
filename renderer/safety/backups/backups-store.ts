import { msg } from '@lingui/core/macro';
import type { BackupEntry } from '../../../shared/contract/backups.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { leaveWhenSaved } from '../../ui/closing.ts';
import { forgetTheWay } from '../../ui/navigation.ts';
import { type PageReply, usePageReply } from '../../ui/page-reply.ts';
import { remember } from '../../ui/remembered.ts';
import { showProblem, showToast } from '../../ui/toast.ts';
import { i18n } from '../../ui/words.ts';

export type BackupsState = CallOutput<'safety.backups'>;

const readBackups = () => call('safety.backups', {});

export function useBackups(): PageReply<BackupsState> {
  return usePageReply(readBackups);
}

/** Says why something was refused; answers whether it was done. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}

export async function backUpNow(): Promise<void> {
  if (await attempt(() => call('safety.backUpNow', {}))) showToast({ text: i18n.t(msg`The backup is made`) });
}

export async function checkBackup({ name }: BackupEntry): Promise<void> {
  await attempt(async () => {
    const { isDamaged } = await call('safety.checkBackup', { name });
    if (isDamaged)
      showToast({
        tone: 'danger',
        text: i18n.t(msg`This backup does not hold any more what it held: do not rely on it`),
      });
    else showToast({ text: i18n.t(msg`This backup holds what it held when it was made`) });
  });
}

export const restoredHabit = 'restored';

/** The page is loaded anew when it is done, and then offers the way back. Answers with what was refused, or null. */
export async function restoreOver(name: string, passphrase: string | null): Promise<unknown> {
  let refused: unknown = null;
  await leaveWhenSaved('file', async () => {
    try {
      remember(restoredHabit, 'yes');
      await call('safety.restoreOver', { name, ...(passphrase === null ? {} : { passphrase }) });
      forgetTheWay();
    } catch (problem) {
      remember(restoredHabit, 'no');
      refused = problem;
    }
  });
  return refused;
}
