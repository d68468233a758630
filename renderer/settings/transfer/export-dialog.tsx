import { msg, plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { call } from '../../api.ts';
import { i18n } from '../../ui/words.ts';
import { RunningExport } from './running-export.tsx';

/** Asks where to and writes the notes there. `clientId` null stands for all clients. */
export function ExportDialog({ clientId }: { readonly clientId: string | null }) {
  const { t } = useLingui();
  const work = useCallback((jobId: string) => exportNotes(jobId, clientId), [clientId]);
  return (
    <RunningExport title={t`Export notes`} question={t`Choose a folder.`} label={t`Writing the notes`} work={work} />
  );
}

async function exportNotes(jobId: string, clientId: string | null) {
  const { saved } = await call('transfer.export', { jobId, clientId });
  if (saved === null) return null;
  const { folder, notes } = saved;
  return notes === 0
    ? { text: i18n.t(msg`There is no note to export yet`), place: null }
    : { text: i18n.t(msg`${plural(notes, { one: '#\u00a0note saved', other: '#\u00a0notes saved' })}`), place: folder };
}
