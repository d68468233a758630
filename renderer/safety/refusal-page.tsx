import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { SalvageReport } from '../../shared/contract/salvage.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { call, onChanged } from '../api.ts';
import { sentenceForCode } from '../ui/error-sentences.ts';
import { Page } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { previewLanguage, useLanguage, useSession } from '../ui/session.ts';
import styles from './refusal-page.module.css';
import { SalvageView } from './salvage-view.tsx';
import { WaysOut } from './ways-out.tsx';

/** What is said elsewhere, of saving, would be untrue here. */
const ownSentences: Readonly<Partial<Record<ErrorCode, MessageDescriptor>>> = {
  file_damaged: msg`The data file is damaged. It was left untouched. You can open a backup, or see what can still be read in the file itself.`,
  file_not_database: msg`This is not a data file of the program, or nothing tells any more that it is one. It was left untouched. You can open a backup, or see whether something can still be read.`,
  disk_full: msg`The disk is full. Make room on it and try again; what was saved is still there.`,
  disk_error: msg`The disk answers with an error, so the data cannot be read. Look whether the disk is connected and try again.`,
};

/** The data could not be opened: what happened, that the file is untouched, and the ways out. */
export function RefusalPage() {
  const { t, i18n } = useLingui();
  const refusal = useSession((session) => session.refusal) ?? 'unexpected';
  const language = useLanguage();
  const [state, setState] = useState<CallOutput<'safety.state'> | null>(null);
  const [report, setReport] = useState<SalvageReport | null>(null);
  useEffect(() => {
    const read = () =>
      call('safety.state', {})
        .then(setState)
        .catch(() => setState(null));
    void read();
    // The second folder takes its time to answer.
    return onChanged(({ areas }) => {
      if (areas.includes('safety')) void read();
    });
  }, []);
  const own = ownSentences[refusal];
  return (
    <Page className={styles.main}>
      {report === null ? (
        <div className={styles.content} role="alert">
          <h1 className={styles.title}>{t`The data could not be opened`}</h1>
          <p className={styles.text}>{own ? i18n.t(own) : sentenceForCode(refusal)}</p>
          {state !== null && <p className={styles.path}>{state.dataFolder}</p>}
          <WaysOut refusal={refusal} state={state} onSalvaged={setReport} />
        </div>
      ) : (
        <SalvageView report={report} onBack={() => setReport(null)} />
      )}
      <Segmented
        className={styles.language}
        label={t`Language`}
        segments={[
          { id: 'ru', label: 'Русский', lang: 'ru' },
          { id: 'en', label: 'English', lang: 'en' },
        ]}
        value={language}
        onChange={previewLanguage}
      />
    </Page>
  );
}
