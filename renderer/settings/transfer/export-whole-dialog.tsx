import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { call } from '../../api.ts';
import { i18n } from '../../ui/words.ts';
import { RunningExport } from './running-export.tsx';

type Form = 'archive' | 'folder';

/** Asks where to and writes every record with its history there. */
export function ExportWholeDialog({ form }: { readonly form: Form }) {
  const { t } = useLingui();
  const work = useCallback((jobId: string) => exportWhole(jobId, form), [form]);
  return (
    <RunningExport
      title={t`Export everything`}
      question={form === 'archive' ? t`Choose a name for the archive.` : t`Choose a folder.`}
      label={t`Writing everything`}
      work={work}
    />
  );
}

async function exportWhole(jobId: string, form: Form) {
  const { saved } = await call('transfer.exportWhole', { jobId, form });
  return saved && { text: i18n.t(msg`Everything is saved`), place: saved.name };
}
